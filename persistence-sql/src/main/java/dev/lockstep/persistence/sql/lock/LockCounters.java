package dev.lockstep.persistence.sql.lock;

import dev.lockstep.domain.port.maintenance.StoreMetrics;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Counters of lock waits, retries and timeouts in this process. Thread-safe. */
public final class LockCounters {
    private final StoreMetrics metrics;
    private final LongAdder waits = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder timeouts = new LongAdder();

    /** Creates zero counters; each event is also reported to {@code metrics}. */
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

    /** Counts a call that failed because the lock was not available in time. */
    public void timedOut() {
        timeouts.increment();
        metrics.lockTimedOut();
    }

    /** Returns how often a unit waited for a lock. */
    public long waits() {
        return waits.sum();
    }

    /** Returns how often a unit was retried. */
    public long retries() {
        return retries.sum();
    }

    /** Returns how often a call timed out. */
    public long timeouts() {
        return timeouts.sum();
    }
}
