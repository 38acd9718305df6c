package dev.lockstep.app.export;

import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;

/**
 * From when until when.
 *
 * @param since the first moment
 * @param until the first moment that is no part of it
 */
public record Period(Instant since, Instant until) {
    /** All time. */
    public static final Period ALWAYS = new Period(Instant.MIN, Instant.MAX);

    public Period {
        if (!since.isBefore(until)) {
            throw new InvalidValueException("until", until, "after since, " + since);
        }
    }

    boolean has(Instant time) {
        return !time.isBefore(since) && time.isBefore(until);
    }
}
