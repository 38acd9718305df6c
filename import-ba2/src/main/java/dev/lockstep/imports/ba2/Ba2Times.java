package dev.lockstep.imports.ba2;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Parser of BA2's timestamps: {@code 2025-10-17 09:30:00.123456} in UTC without a zone. The
 * fraction is optional, a T may replace the space, and an explicit zone is respected.
 */
final class Ba2Times {
    private Ba2Times() {}

    /** Returns the time, or null if the text is not a timestamp. */
    static @Nullable Instant read(String text) {
        String iso = text.replace(' ', 'T');
        try {
            return LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException withZoneOrWrong) {
            return withZone(iso);
        }
    }

    private static @Nullable Instant withZone(String iso) {
        try {
            return OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeException wrong) {
            return null;
        }
    }
}
