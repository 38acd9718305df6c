package dev.lockstep.app.cli.health;

import dev.lockstep.domain.value.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * A setting or measure of the database in a table: its name in words, its value with a unit.
 *
 * @param name the name as the store reports it, such as {@code lock_deadline_millis}
 * @param value the value as the store reports it
 */
record StoreSettingText(String name, String value) {
    private static final String MILLIS = "_millis";
    private static final String MICROS = "_micros";

    /** SQLite's own name of a wait in milliseconds. */
    private static final String BUSY_TIMEOUT = "busy_timeout";

    private static final Pattern COUNT = Pattern.compile("[0-9]{1,15}");

    /** Returns the name without its unit. */
    String label() {
        String bare =
                name.endsWith(MILLIS) || name.endsWith(MICROS)
                        ? name.substring(0, name.lastIndexOf('_'))
                        : name;
        return bare.replace('_', ' ');
    }

    /** Returns the value with its unit; a time to the second. */
    Object cell() {
        if (!COUNT.matcher(value).matches()) {
            return time();
        }
        long count = Long.parseLong(value);
        if (name.endsWith(MICROS)) {
            return count + "us";
        }
        return name.endsWith(MILLIS) || name.equals(BUSY_TIMEOUT)
                ? TimeSpan.words(Duration.ofMillis(count))
                : value;
    }

    private Object time() {
        try {
            return value.endsWith("Z") ? Instant.parse(value) : value;
        } catch (DateTimeParseException otherText) {
            return value;
        }
    }
}
