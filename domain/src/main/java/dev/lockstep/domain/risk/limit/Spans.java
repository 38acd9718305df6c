package dev.lockstep.domain.risk.limit;

import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.TimeSpan;
import java.time.Duration;

/** Spans of time as people write them in a limit: {@code 10s}, {@code 5m}, {@code 1h}. */
final class Spans {
    private static final Duration MIN = Duration.ofSeconds(1);
    private static final Duration MAX = Duration.ofDays(1);
    private static final String EXPECTED = "1s to 24h in whole seconds, such as 10s or 5m";

    private Spans() {}

    static Duration read(LimitName name, String text) {
        return TimeSpan.parse(name.word(), text, MIN, MAX);
    }

    static void require(LimitName name, Duration span) {
        boolean wholeSeconds = span.equals(Duration.ofSeconds(span.toSeconds()));
        if (!wholeSeconds || span.compareTo(MIN) < 0 || span.compareTo(MAX) > 0) {
            throw new InvalidValueException(name.word(), span, EXPECTED);
        }
    }

    static String text(Duration span) {
        return TimeSpan.words(span);
    }
}
