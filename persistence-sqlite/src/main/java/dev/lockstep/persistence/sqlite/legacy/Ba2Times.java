package dev.lockstep.persistence.sqlite.legacy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times of a BA2 database: {@code 2025-10-17 09:30:00.123456} without a zone, in UTC. The
 * fraction may be missing, a T may stand for the blank, and a zone counts where there is one.
 */
final class Ba2Times {
    private Ba2Times() {}

    /** The time, null where it is none. */
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
