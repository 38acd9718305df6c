package dev.lockstep.domain.usecase;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.Broker;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.OrderRepository;
import dev.lockstep.domain.port.OrderUpdate;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.UpdateOutcome;
import java.time.Instant;
import java.util.Optional;

/**
 * Ends the wait of orders that are held back here. Whoever does claims the version it saw, so that
 * of several threads and processes one does.
 */
final class WaitingOrders {
    private final OrderRepository repository;
    private final PlatformClock clock;
    private final Delivery delivery;

    WaitingOrders(OrderRepository repository, Broker broker, OrderIds ids, PlatformClock clock) {
        this.repository = repository;
        this.clock = clock;
        this.delivery = new Delivery(repository, broker, ids, clock);
    }

    /** Sends it; empty if it is not as it was seen any more. */
    Optional<Order> send(Order seen, String why) {
        long claimedAt = clock.nanoTime();
        return changed(seen, new ExecutionReport.Released(), why)
                .map(released -> delivery.send(released, claimedAt).order());
    }

    /** Ends it unsent; empty if it is not as it was seen any more. */
    Optional<Order> giveUp(Order seen, String why) {
        return changed(seen, new ExecutionReport.GivenUp(why), why);
    }

    /** Says what it waits for. */
    void explain(Order seen, String why) {
        changed(seen, new ExecutionReport.Waits(why), why);
    }

    private Optional<Order> changed(Order seen, ExecutionReport report, String why) {
        Instant now = clock.instant();
        UpdateOutcome outcome =
                repository.update(
                        new OrderUpdate(
                                seen.id(),
                                stored ->
                                        stored.version() == seen.version()
                                                ? stored.apply(report, now)
                                                : stored,
                                Evidence.local(why)));
        return outcome instanceof UpdateOutcome.Updated updated
                ? Optional.of(updated.after())
                : Optional.empty();
    }
}
