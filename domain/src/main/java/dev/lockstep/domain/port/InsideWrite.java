package dev.lockstep.domain.port;

import java.util.function.Supplier;

/**
 * Marks the thread that runs a change inside a write, so that what must never happen there can
 * refuse: another call to the repository would wait for itself, and a request to a broker would
 * make every writer wait for the network.
 */
public final class InsideWrite {
    private static final ScopedValue<Boolean> MARK = ScopedValue.newInstance();

    private InsideWrite() {}

    /** Runs a part of a write. */
    public static <T> T run(Supplier<T> part) {
        return ScopedValue.where(MARK, true).call(part::get);
    }

    /** Runs a thread that does nothing but write. */
    public static void during(Runnable writing) {
        ScopedValue.where(MARK, true).run(writing);
    }

    /**
     * Refuses if this thread is inside a write.
     *
     * @param what what was about to happen, for the message
     * @throws RepositoryException with reason {@link RepositoryException.Reason#MISUSE}
     */
    public static void refuse(String what) {
        if (MARK.isBound()) {
            throw new RepositoryException(
                    RepositoryException.Reason.MISUSE,
                    what
                            + " from inside a write: the change of an order may look at nothing but"
                            + " the order it is handed");
        }
    }
}
