package dev.lockstep.domain.port.store;

import dev.lockstep.domain.audit.AuditVerdict;

/**
 * The proof that the orders and their events are what was stored. Safe for use by several threads.
 */
public interface AuditTrail {
    /**
     * Walks along all events and then along all orders, in bounded reads, while others write; what
     * is written meanwhile may be walked along or not.
     *
     * @param progress is told how far it is
     * @throws RepositoryException if the store cannot be read
     */
    AuditVerdict verify(Progress progress);

    /** Is told how far a walk is. */
    @FunctionalInterface
    interface Progress {
        /** So many of so many events and orders; the total may grow. */
        void at(long done, long total);
    }
}
