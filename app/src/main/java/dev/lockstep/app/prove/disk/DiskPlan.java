package dev.lockstep.app.prove.disk;

import dev.lockstep.domain.value.InvalidValueException;

/**
 * How much is done.
 *
 * @param seed the first seed
 * @param seeds how many seeds, 1 to {@link #MAX_SEEDS}
 * @param writes about how many writes a run makes, 1 to {@link #MAX_WRITES}
 * @param states how many states of a run are checked, 1 to {@link #ALL_STATES}
 * @param lostSyncs whether the disk ignores syncs, so that the check must find something
 */
public record DiskPlan(long seed, int seeds, int writes, int states, boolean lostSyncs) {
    /** The most seeds. */
    public static final int MAX_SEEDS = 10_000;

    /** The most writes of a run. */
    public static final int MAX_WRITES = 20_000;

    /** As many states as there are. */
    public static final int ALL_STATES = Integer.MAX_VALUE;

    public DiskPlan {
        require("seeds", seeds, MAX_SEEDS);
        require("writes", writes, MAX_WRITES);
        require("states", states, ALL_STATES);
    }

    private static void require(String field, int value, int max) {
        if (value < 1 || value > max) {
            throw new InvalidValueException(field, value, "1 to " + max);
        }
    }
}
