package dev.lockstep.domain.usecase;

import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.Broker;
import dev.lockstep.domain.port.OrderLookup;
import dev.lockstep.domain.port.OrderRepository;
import dev.lockstep.domain.port.OrderUpdate;
import dev.lockstep.domain.port.UpdateOutcome;
import dev.lockstep.domain.usecase.pursue.PursueRequests;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reopens orders that are closed here although the broker lists them as open: a false event ended
 * them, or another hand did.
 *
 * <p>The list may be older than the event that closed an order. So an order that was closed just
 * now is left to the next pass, and any other is looked up after it was read here; only what both
 * answers show is believed, and only if the order did not change meanwhile.
 */
final class ReopenOrders {
    /** How long the broker's answers may lag behind its events. */
    static final Duration LAG = Duration.ofSeconds(2);

    /** The most orders in a pass; the others follow in the next ones. */
    private static final int MAX_LOOKUPS = 20;

    private final OrderRepository repository;
    private final Broker broker;
    private final InstantSource clock;
    private final PursueRequests pursueRequests;

    ReopenOrders(OrderRepository repository, Broker broker, InstantSource clock) {
        this.repository = repository;
        this.broker = broker;
        this.clock = clock;
        this.pursueRequests = new PursueRequests(repository, broker, clock);
    }

    /** Whether the broker lists an order as open that is closed here. */
    static boolean contradicts(Order ours, BrokerOrder there) {
        return ours.status().closed()
                && there.open()
                && there.brokerOrderId().equals(ours.brokerOrderId());
    }

    /** Looks these up, and reopens those that are open at the broker after all. */
    List<SyncFinding> reopen(List<Order> closedHere) {
        List<SyncFinding> reopened = new ArrayList<>();
        Instant now = clock.instant();
        closedHere.stream()
                .filter(order -> Duration.between(order.updatedAt(), now).abs().compareTo(LAG) >= 0)
                .limit(MAX_LOOKUPS)
                .forEach(order -> reopened(order).ifPresent(reopened::add));
        return reopened;
    }

    private Optional<SyncFinding> reopened(Order closed) {
        if (!(broker.find(closed.clientOrderId()) instanceof OrderLookup.Found found)
                || !contradicts(closed, found.order())) {
            return Optional.empty();
        }
        return repository.update(correction(closed, found)) instanceof UpdateOutcome.Updated updated
                ? Optional.of(
                        new SyncFinding(
                                IncidentKind.ORDER_REOPENED,
                                pursueRequests.after(updated),
                                text(closed, found.order())))
                : Optional.empty();
    }

    private OrderUpdate correction(Order closed, OrderLookup.Found found) {
        Instant now = clock.instant();
        ExecutionReport report = new ExecutionReport.Corrected(found.order().report());
        return new OrderUpdate(
                closed.id(),
                stored -> stored.version() == closed.version() ? stored.apply(report, now) : stored,
                new Evidence(
                        Evidence.Source.CORRECTION,
                        text(closed, found.order()),
                        found.evidence().requestId(),
                        found.evidence().payload()));
    }

    private static String text(Order closed, BrokerOrder there) {
        return "it was "
                + closed.status()
                + " here with "
                + closed.cumQty()
                + " traded, and the broker still works it: "
                + there.status().word()
                + " with "
                + there.cumQty()
                + " traded; it is open again, cancel it if it is not wanted";
    }
}
