package dev.lockstep.persistence.sql.lease;

import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.store.TradingLease.Lease;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Measures by the monotonic clock how long a lease has not been renewed. Thread-safe. */
final class Renewals {
    private final PlatformClock clock;
    private @Nullable Lease seen;
    private long seenAt;

    Renewals(PlatformClock clock) {
        this.clock = clock;
    }

    /** Returns whether the lease just read has not been renewed for {@code term}. */
    synchronized boolean stoppedFor(Lease read, Duration term) {
        if (!read.equals(seen)) {
            seen = read;
            seenAt = clock.nanoTime();
        }
        return clock.since(seenAt).compareTo(term) >= 0;
    }
}
