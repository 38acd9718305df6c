package dev.lockstep.domain.port;

/**
 * Hints that a process has committed something to the store, by which a reader of its event log
 * reads at once instead of at its next poll.
 *
 * <p>A hint proves nothing: it may be late, repeated or lost. What there is, and that none of it is
 * missed, is known from the positions in the event log alone. Implementations are thread-safe, and
 * no hint delays or fails a write.
 */
public interface CommitHints {
    /** Those of a store that gives none: its readers poll. */
    CommitHints NONE = _ -> () -> {};

    /** Begins to pass hints on, soon; returns at once, whether or not the store can be reached. */
    Subscription subscribe(Listener listener);

    /** Receives hints, from any thread; must not block. */
    interface Listener {
        /** Something may have been committed. */
        void committed();

        /** Hints may be missing, from shortly before on and until the next one. */
        void lost();
    }

    /** Ends with {@link #close}; a hint may still arrive right after it. */
    @FunctionalInterface
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
