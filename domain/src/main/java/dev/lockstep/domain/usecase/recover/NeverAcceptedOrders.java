package dev.lockstep.domain.usecase.recover;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import java.time.Instant;

/** Ends orders that the broker certainly never had. */
final class NeverAcceptedOrders {
    private final OrderRepository repository;
    private final PlatformClock clock;

    NeverAcceptedOrders(OrderRepository repository, PlatformClock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * Ends one, unless it has changed since it was read.
     *
     * @param evidence the answer that says so
     * @param why appended to the reason, such as why it is not sent again
     */
    LookupOutcome end(Order order, Evidence evidence, String why) {
        ExecutionReport never =
                new ExecutionReport.NeverAccepted(
                        "the broker never had it: " + evidence.summary() + why);
        return LookupOutcome.of(order, repository.update(ifStill(order, never, evidence)));
    }

    private OrderUpdate ifStill(Order seen, ExecutionReport report, Evidence evidence) {
        Instant now = clock.instant();
        return new OrderUpdate(
                seen.id(),
                stored -> stored.version() == seen.version() ? stored.apply(report, now) : stored,
                evidence);
    }
}
