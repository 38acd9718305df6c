package dev.lockstep.app.web.board;

import dev.lockstep.domain.usecase.report.Health;
import java.time.Instant;

/** The health of the platform, also while the store does not answer. */
public sealed interface HealthAnswer {
    /** Returns whether nothing is wrong. */
    boolean healthy();

    /**
     * The store was read.
     *
     * @param health what it says
     */
    record Known(Health health) implements HealthAnswer {
        @Override
        public boolean healthy() {
            return health.healthy();
        }
    }

    /**
     * The store could not be read, so that all else is unknown.
     *
     * @param at the time of the check
     * @param text what happened and what to do about it, as a sentence
     */
    record StoreAway(Instant at, String text) implements HealthAnswer {
        @Override
        public boolean healthy() {
            return false;
        }
    }
}
