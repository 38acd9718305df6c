package dev.lockstep.app.cli.shell;

import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/**
 * Parses a time as a person writes it or copies it from a table: always with its zone, so that it
 * means one moment.
 */
public final class PointInTime {
    private PointInTime() {}

    public static Instant parse(String field, String text) {
        try {
            return OffsetDateTime.parse(text.strip().replace(' ', 'T')).toInstant();
        } catch (DateTimeParseException wrong) {
            throw new InvalidValueException(
                    field,
                    text.isEmpty() ? "empty" : text,
                    "a time with its zone, such as 2026-01-05T14:30:00Z or"
                            + " 2026-01-05T09:30-05:00");
        }
    }
}
