package dev.lockstep.domain.port.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Marks the thread that runs a change inside a write, so that forbidden calls can be refused:
 * another call to the repository would wait for itself, and a request to a broker would make every
 * writer wait for the network.
 */
public final class InsideWrite {
    private static final ScopedValue<Boolean> MARK = ScopedValue.newInstance();
    private static final Map<Thread, Long> PARTS = new ConcurrentHashMap<>();
    private static final AtomicLong STARTED = new AtomicLong();

    private InsideWrite() {}

    /** Runs a part of a write. */
    public static <T> T run(Supplier<T> part) {
        Thread thread = Thread.currentThread();
        PARTS.put(thread, STARTED.incrementAndGet());
        try {
            return ScopedValue.where(MARK, true).call(part::get);
        } finally {
            PARTS.remove(thread);
        }
    }

    /**
     * Returns the number of the part that a writing thread runs, if it waits for another thread in
     * it; else 0. A part only computes, so one that keeps waiting may wait for a thread that queues
     * behind the same write.
     */
    public static long waiting(Thread writing) {
        long part = PARTS.getOrDefault(writing, 0L);
        boolean waits =
                switch (writing.getState()) {
                    case WAITING, TIMED_WAITING -> true;
                    case NEW, RUNNABLE, BLOCKED, TERMINATED -> false;
                };
        return waits && PARTS.getOrDefault(writing, 0L) == part ? part : 0;
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
