package dev.lockstep.contracts;

import dev.lockstep.domain.memory.InMemoryFills;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.domain.port.store.LoopReports;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.TradingLease;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** A lease in memory, which fences nothing. */
public final class FakeLease implements TradingLease {
    private final InstantSource clock;
    private final OrderRepository repository;
    private final Incidents incidents;
    private final Fills fills = new InMemoryFills();
    private final LoopReports loopReports;
    private Optional<Lease> last = Optional.empty();

    /** Nobody's yet; every owner works on these. */
    public FakeLease(
            InstantSource clock,
            OrderRepository repository,
            Incidents incidents,
            LoopReports loopReports) {
        this.clock = clock;
        this.repository = repository;
        this.incidents = incidents;
        this.loopReports = loopReports;
    }

    @Override
    public synchronized Optional<Lease> acquire(String owner, Duration term) {
        if (last.isPresent() && !last.get().passed(clock.instant())) {
            return Optional.empty();
        }
        long epoch = last.map(Lease::epoch).orElse(0L) + 1;
        last = Optional.of(new Lease(owner, epoch, clock.instant().plus(term)));
        return last;
    }

    @Override
    public synchronized Optional<Lease> renew(Lease held, Duration term) {
        if (last.isEmpty() || last.get().epoch() != held.epoch()) {
            return Optional.empty();
        }
        last = Optional.of(new Lease(held.owner(), held.epoch(), clock.instant().plus(term)));
        return last;
    }

    @Override
    public synchronized void release(Lease held) {
        last =
                last.map(lease ->
                        lease.epoch() == held.epoch()
                                ? new Lease(held.owner(), held.epoch(), clock.instant())
                                : lease);
    }

    @Override
    public synchronized Optional<Lease> current() {
        return last;
    }

    @Override
    public OrderRepository repository(Lease held) {
        return repository;
    }

    @Override
    public Incidents incidents(Lease held) {
        return incidents;
    }

    @Override
    public Fills fills(Lease held) {
        return fills;
    }

    @Override
    public LoopReports loopReports(Lease held) {
        return loopReports;
    }
}
