package dev.lockstep.app.platform;

import dev.lockstep.domain.port.maintenance.StoreMetrics;
import java.util.concurrent.atomic.LongAdder;

/** Counts how often a write was run again because others held the lock. */
public final class RetryMeter implements StoreMetrics {
    private final LongAdder retries = new LongAdder();

    public RetryMeter() {}

    @Override
    public void retried() {
        retries.increment();
    }

    /** Returns the number of retries so far. */
    public long retries() {
        return retries.sum();
    }
}
