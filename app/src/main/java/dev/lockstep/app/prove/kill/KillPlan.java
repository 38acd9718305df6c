package dev.lockstep.app.prove.kill;

import dev.lockstep.domain.value.InvalidValueException;

/**
 * How much is done.
 *
 * @param seed of the choices
 * @param first the first cycle, from 0
 * @param cycles the number of cycles, 1 to {@link #MAX_CYCLES}
 */
public record KillPlan(long seed, int first, int cycles) {
    /** The most cycles. */
    public static final int MAX_CYCLES = 100_000;

    public KillPlan {
        if (cycles < 1 || cycles > MAX_CYCLES) {
            throw new InvalidValueException("cycles", cycles, "1 to " + MAX_CYCLES);
        }
        if (first < 0 || first > MAX_CYCLES) {
            throw new InvalidValueException("first-cycle", first, "0 to " + MAX_CYCLES);
        }
    }
}
