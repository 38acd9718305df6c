package dev.lockstep.app.loop;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.TradingLease;
import dev.lockstep.domain.port.store.TradingLease.Lease;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The lease that an earlier run of this process's loop could not release, because the store failed.
 * The next run releases it, and so need not wait until its term has passed. Thread-safe.
 */
final class FormerLease {
    private final TradingLease lease;
    private final AtomicReference<Optional<Lease>> unreleased =
            new AtomicReference<>(Optional.empty());

    FormerLease(TradingLease lease) {
        this.lease = lease;
    }

    /**
     * Releases a lease.
     *
     * @throws RepositoryException if the store fails; the lease is kept for {@link
     *     #releaseUnreleased}
     */
    void release(Lease held) {
        unreleased.set(Optional.of(held));
        releaseUnreleased();
    }

    /**
     * Releases the lease that is kept, if any. It does nothing to the lease of another owner.
     *
     * @throws RepositoryException if the store fails
     */
    void releaseUnreleased() {
        Optional<Lease> kept = unreleased.get();
        if (kept.isPresent()) {
            lease.release(kept.get());
            unreleased.compareAndSet(kept, Optional.empty());
        }
    }
}
