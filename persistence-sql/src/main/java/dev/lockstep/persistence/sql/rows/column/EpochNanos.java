package dev.lockstep.persistence.sql.rows.column;

import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;

/**
 * Converts times to and from whole nanoseconds since 1970 UTC: exact, sortable, range 1677 to 2262.
 */
public final class EpochNanos {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private EpochNanos() {}

    public static long of(Instant time) {
        try {
            return Math.addExact(
                    Math.multiplyExact(time.getEpochSecond(), NANOS_PER_SECOND), time.getNano());
        } catch (ArithmeticException _) {
            throw new InvalidValueException("time", time, "from 1677-09-22 to 2262-04-11");
        }
    }

    public static Instant time(long nanos) {
        return Instant.ofEpochSecond(
                Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
    }
}
