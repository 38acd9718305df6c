package dev.lockstep.persistence.sql.read;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;

/**
 * Marks reader threads, so that nested operations can be rejected: a write would be based on an old
 * snapshot, and a nested read would wait for its own reader thread.
 */
public final class InsideRead {
    private static final ScopedValue<Boolean> MARK = ScopedValue.newInstance();

    private InsideRead() {}

    /** Runs {@code reading} with the mark set. */
    static void during(Runnable reading) {
        ScopedValue.where(MARK, true).run(reading);
    }

    /**
     * Throws if the current thread is inside a read.
     *
     * @param what the rejected operation, for the message
     * @throws RepositoryException with reason {@link Reason#MISUSE}
     */
    public static void refuse(String what) {
        if (MARK.isBound()) {
            throw new RepositoryException(
                    Reason.MISUSE, what + " from inside a read: end the read first");
        }
    }
}
