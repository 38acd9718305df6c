package dev.lockstep.simulation.memory;

import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.domain.port.store.LoopReports;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.TradingLease;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One process's view of the lease: what it writes is refused once another process took it. */
public final class MemoryLease implements TradingLease {
    private final MemoryDatabase database;
    private final PlatformClock clock;
    private @Nullable Lease seen;
    private long seenAt;

    public MemoryLease(MemoryDatabase database, PlatformClock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<Lease> acquire(String owner, Duration term) {
        Optional<Lease> last = database.lease();
        if (last.isEmpty()) {
            return database.lease(Optional.of(lease(owner, 1, term)));
        }
        Lease known = last.get();
        if (known.owner().equals(owner) && !known.released()) {
            return database.lease(Optional.of(lease(owner, known.epoch(), term)));
        }
        return known.released() || stoppedFor(known, term)
                ? database.lease(Optional.of(lease(owner, known.epoch() + 1, term)))
                : Optional.empty();
    }

    @Override
    public Optional<Lease> renew(Lease held, Duration term) {
        return database.lease(
                database.lease()
                        .filter(last -> same(last, held))
                        .map(last -> lease(last.owner(), last.epoch(), term)));
    }

    @Override
    public void release(Lease held) {
        database.lease(database.lease().filter(last -> same(last, held)).map(Lease::release));
    }

    @Override
    public Optional<Lease> current() {
        return database.lease();
    }

    @Override
    public OrderRepository repository(Lease held) {
        return fence(held).around(OrderRepository.class, database.orders());
    }

    @Override
    public Incidents incidents(Lease held) {
        return fence(held).around(Incidents.class, database.incidents());
    }

    @Override
    public Fills fills(Lease held) {
        return fence(held).around(Fills.class, database.fills());
    }

    @Override
    public LoopReports loopReports(Lease held) {
        return fence(held).around(LoopReports.class, database.loopReports());
    }

    private Fence fence(Lease held) {
        return new Fence(
                () -> database.lease().filter(last -> last.epoch() > held.epoch()).isEmpty());
    }

    private boolean stoppedFor(Lease read, Duration term) {
        if (!read.equals(seen)) {
            seen = read;
            seenAt = clock.nanoTime();
        }
        return clock.since(seenAt).compareTo(term) >= 0;
    }

    private Lease lease(String owner, long epoch, Duration term) {
        return new Lease(owner, epoch, clock.instant().plus(term));
    }

    private static boolean same(Lease last, Lease held) {
        return last.epoch() == held.epoch() && last.owner().equals(held.owner());
    }
}
