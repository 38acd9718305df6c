package dev.lockstep.persistence.sqlite.lock;

import java.util.concurrent.atomic.LongAdder;

/** How often this process met somebody else's lock; safe for use by several threads. */
public final class LockCounters {
    private final LongAdder waits = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder timeouts = new LongAdder();

    /** No meetings yet. */
    public LockCounters() {}

    void waited() {
        waits.increment();
    }

    void retried() {
        retries.increment();
    }

    /** A caller was told that the lock could not be had. */
    public void timedOut() {
        timeouts.increment();
    }

    /** How often a unit had to wait for a lock. */
    public long waits() {
        return waits.sum();
    }

    /** How often a unit was run again. */
    public long retries() {
        return retries.sum();
    }

    /** How often a caller was told that the lock could not be had. */
    public long timeouts() {
        return timeouts.sum();
    }
}
