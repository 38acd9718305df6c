package dev.lockstep.persistence.sqlite.lock;

import dev.lockstep.domain.port.StoreMetrics;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** How often this process met somebody else's lock; safe for use by several threads. */
public final class LockCounters {
    private final StoreMetrics metrics;
    private final LongAdder waits = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder timeouts = new LongAdder();

    /** No meetings yet; each is told to {@code metrics} too. */
    public LockCounters(StoreMetrics metrics) {
        this.metrics = metrics;
    }

    void waiting() {
        waits.increment();
    }

    void waited(Duration wait) {
        metrics.lockWaited(wait);
    }

    void retried() {
        retries.increment();
        metrics.retried();
    }

    /** A caller was told that the lock could not be had. */
    public void timedOut() {
        timeouts.increment();
        metrics.lockTimedOut();
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
