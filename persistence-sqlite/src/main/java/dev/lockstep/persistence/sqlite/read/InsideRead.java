package dev.lockstep.persistence.sqlite.read;

import dev.lockstep.domain.port.RepositoryException;
import dev.lockstep.domain.port.RepositoryException.Reason;

/**
 * Marks the threads that read, so that what must never happen there can refuse: a write would be
 * made of an old state of the database, and a second read would wait for the first one's place.
 */
public final class InsideRead {
    private static final ScopedValue<Boolean> MARK = ScopedValue.newInstance();

    private InsideRead() {}

    /** Runs a thread that does nothing but read. */
    static void during(Runnable reading) {
        ScopedValue.where(MARK, true).run(reading);
    }

    /**
     * Refuses if this thread is inside a read.
     *
     * @param what what was about to happen, for the message
     * @throws RepositoryException with reason {@link Reason#MISUSE}
     */
    public static void refuse(String what) {
        if (MARK.isBound()) {
            throw new RepositoryException(
                    Reason.MISUSE, what + " from inside a read: end the read first");
        }
    }
}
