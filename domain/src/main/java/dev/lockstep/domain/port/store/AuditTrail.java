package dev.lockstep.domain.port.store;

import dev.lockstep.domain.audit.AuditVerdict;

/**
 * The proof that the orders and their events are what was stored. Safe for use by several threads.
 */
public interface AuditTrail {
    /**
     * Checks all events and then all orders, in bounded reads, while others write; concurrent
     * writes may be included or not.
     *
     * @param progress receives the progress
     * @throws RepositoryException if the store cannot be read
     */
    AuditVerdict verify(Progress progress);

    /** Receives the progress of a check. */
    @FunctionalInterface
    interface Progress {
        /** Reports the number of checked events and orders; the total may grow. */
        void at(long done, long total);
    }
}
