package dev.lockstep.domain.value;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Durations as people write them in settings, limits and options: {@code 250ms}, {@code 30s},
 * {@code 5m}, {@code 2h}.
 */
public final class TimeSpan {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");
    private static final long MILLIS_PER_SECOND = 1_000;
    private static final long MILLIS_PER_MINUTE = 60_000;
    private static final long MILLIS_PER_HOUR = 3_600_000;

    private TimeSpan() {}

    /**
     * Parses a duration.
     *
     * @param field its name, for the exception
     * @throws InvalidValueException if the text is no duration, or beyond the bounds
     */
    public static Duration parse(String field, String text, Duration min, Duration max) {
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        String expected = words(min) + " to " + words(max);
        if (!form.matches()) {
            throw new InvalidValueException(
                    field,
                    text.isBlank() ? "empty" : text,
                    expected + ", with a unit: ms, s, m or h");
        }
        long count = Long.parseLong(form.group(1));
        Duration time =
                switch (form.group(2)) {
                    case "ms" -> Duration.ofMillis(count);
                    case "s" -> Duration.ofSeconds(count);
                    case "h" -> Duration.ofHours(count);
                    default -> Duration.ofMinutes(count);
                };
        if (time.compareTo(min) < 0 || time.compareTo(max) > 0) {
            throw new InvalidValueException(field, text, expected);
        }
        return time;
    }

    /**
     * Returns an age or a delay in its two largest units: {@code 3h 5m}, {@code 2m 10s}, {@code
     * 40s}. Below a second it is in milliseconds.
     */
    public static String rough(Duration time) {
        if (time.compareTo(Duration.ofSeconds(1)) < 0) {
            return time.toMillis() + "ms";
        }
        String[] parts = {
            time.toDaysPart() + "d",
            time.toHoursPart() + "h",
            time.toMinutesPart() + "m",
            time.toSecondsPart() + "s"
        };
        return Arrays.stream(parts)
                .dropWhile(part -> part.startsWith("0"))
                .limit(2)
                .filter(part -> !part.startsWith("0"))
                .collect(Collectors.joining(" "));
    }

    /** Returns the time in the largest unit in which it is a whole number. */
    public static String words(Duration time) {
        long millis = time.toMillis();
        if (millis % MILLIS_PER_SECOND != 0 || millis == 0) {
            return millis + "ms";
        }
        if (millis % MILLIS_PER_MINUTE != 0) {
            return millis / MILLIS_PER_SECOND + "s";
        }
        return millis % MILLIS_PER_HOUR == 0
                ? millis / MILLIS_PER_HOUR + "h"
                : millis / MILLIS_PER_MINUTE + "m";
    }
}
