package dev.lockstep.simulation.memory;

import dev.lockstep.domain.memory.InMemoryFills;
import dev.lockstep.domain.memory.InMemoryIncidents;
import dev.lockstep.domain.memory.InMemoryLoopReports;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.port.store.TradingLease.Lease;
import java.util.Optional;

/**
 * What the processes of one simulation share where no file does: orders, executions, incidents,
 * reports, and who runs the loop. Used by one thread at a time.
 */
public final class MemoryDatabase {
    private final InMemoryOrderRepository orders = new InMemoryOrderRepository();
    private final InMemoryIncidents incidents = new InMemoryIncidents();
    private final InMemoryLoopReports loopReports = new InMemoryLoopReports();
    private Optional<Lease> lease = Optional.empty();

    public InMemoryOrderRepository orders() {
        return orders;
    }

    public InMemoryIncidents incidents() {
        return incidents;
    }

    public InMemoryFills fills() {
        return orders.fills();
    }

    public InMemoryLoopReports loopReports() {
        return loopReports;
    }

    Optional<Lease> lease() {
        return lease;
    }

    Optional<Lease> lease(Optional<Lease> next) {
        if (next.isPresent()) {
            lease = next;
        }
        return next;
    }
}
