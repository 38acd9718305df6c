package dev.lockstep.simulator.server.venue;

import java.util.concurrent.atomic.AtomicLong;

/** Number of requests that have begun and ended. Thread-safe. */
public final class RequestCount {
    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();

    /** Counts the begin of a request. */
    public void begin() {
        begun.incrementAndGet();
    }

    /** Counts the end of a request, whose response is complete. */
    public void end() {
        ended.incrementAndGet();
    }

    /** Returns the number of requests that have begun. */
    public long begun() {
        return begun.get();
    }

    /** Returns whether a request has begun and not ended. */
    public boolean inProgress() {
        // In this order, so that a request that ends in between counts as in progress.
        long over = ended.get();
        return begun.get() > over;
    }
}
