package dev.lockstep.domain.value;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Values as requests, answers and messages write them: a constant in lower case with underscores.
 */
public final class ShownValue {
    private ShownValue() {}

    /** Returns the text of a value, or the name of a constant in lower case. */
    public static String of(Object value) {
        return value instanceof Enum<?> constant
                ? constant.name().toLowerCase(Locale.ROOT)
                : value.toString();
    }

    /** Returns a time for a sentence, to the second: {@code 2026-01-05T14:30:00Z}. */
    public static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
