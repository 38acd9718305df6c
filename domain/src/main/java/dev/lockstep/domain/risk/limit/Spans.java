package dev.lockstep.domain.risk.limit;

import dev.lockstep.domain.value.InvalidValueException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as people write them in a limit: {@code 10s}, {@code 5m}, {@code 1h}. */
final class Spans {
    private static final Duration MIN = Duration.ofSeconds(1);
    private static final Duration MAX = Duration.ofDays(1);
    private static final Pattern FORM = Pattern.compile("([0-9]{1,5})([smh])");
    private static final String EXPECTED = "1s to 24h in whole seconds, such as 10s or 5m";

    private Spans() {}

    static Duration read(LimitName name, String text) {
        Matcher span = FORM.matcher(text);
        if (!span.matches()) {
            throw new InvalidValueException(name.word(), text, EXPECTED);
        }
        long count = Long.parseLong(span.group(1));
        return switch (span.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }

    static void require(LimitName name, Duration span) {
        boolean wholeSeconds = span.equals(Duration.ofSeconds(span.toSeconds()));
        if (!wholeSeconds || span.compareTo(MIN) < 0 || span.compareTo(MAX) > 0) {
            throw new InvalidValueException(name.word(), span, EXPECTED);
        }
    }

    static String text(Duration span) {
        return span.toSeconds() + "s";
    }
}
