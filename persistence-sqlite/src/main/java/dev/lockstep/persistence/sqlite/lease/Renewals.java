package dev.lockstep.persistence.sqlite.lease;

import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.TradingLease.Lease;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Times by this process's monotonic clock how long a lease has stayed the same. Safe for use by
 * several threads.
 */
final class Renewals {
    private final PlatformClock clock;
    private @Nullable Lease seen;
    private long seenAt;

    Renewals(PlatformClock clock) {
        this.clock = clock;
    }

    /** Whether the lease, read a moment ago, has not been renewed for the term. */
    synchronized boolean stoppedFor(Lease read, Duration term) {
        if (!read.equals(seen)) {
            seen = read;
            seenAt = clock.nanoTime();
        }
        return clock.since(seenAt).compareTo(term) >= 0;
    }
}
