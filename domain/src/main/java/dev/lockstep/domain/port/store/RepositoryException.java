package dev.lockstep.domain.port.store;

import dev.lockstep.domain.port.maintenance.StoreHealth;

/**
 * The repository could not do what it was asked for, and nothing of it is stored; only with reason
 * {@link Reason#COMMIT_UNKNOWN} it may be stored all the same.
 *
 * <p>It says nothing about the orders themselves: an order that was sent before the repository
 * failed is sent.
 */
public final class RepositoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /**
     * Names the failure.
     *
     * @param reason what kind
     * @param message what happened and what to do about it
     * @param cause the failure below
     */
    public RepositoryException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /**
     * Names a failure that has no other below it.
     *
     * @param reason what kind
     * @param message what happened and what to do about it
     */
    public RepositoryException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Returns the kind of failure. */
    public Reason reason() {
        return reason;
    }

    /** The ways a repository fails. */
    public enum Reason {
        /** Others held the write lock until the deadline passed. */
        LOCK_TIMEOUT,
        /** A read took longer than its deadline and was stopped. */
        READ_TIMEOUT,
        /** New orders are refused until a fault below is gone; see {@link StoreHealth}. */
        HALTED,
        /** More writes are waiting than may wait. */
        OVERLOADED,
        /** There is no room left. */
        DISK_FULL,
        /** It may not be written to. */
        READ_ONLY,
        /** Reading or writing failed below. */
        IO_ERROR,
        /** The file is damaged, or is not a repository. */
        CORRUPT,
        /** The file is of a newer release, or in an unusable form. */
        INCOMPATIBLE,
        /**
         * The database was deleted or replaced while it was open; what is at its place is another.
         */
        REPLACED,
        /**
         * The disk or the server failed in the middle of the commit, and whether the write is
         * stored could not be read back: read the order before anything depends on it.
         */
        COMMIT_UNKNOWN,
        /** Another process took over the trading lease under which the call wrote. */
        FENCED,
        /** The caller was interrupted while it waited. */
        INTERRUPTED,
        /** It is closed. */
        CLOSED,
        /** The call is not allowed where it was made, or broke a rule of the store: a bug. */
        MISUSE
    }
}
