package dev.lockstep.domain.usecase.sync;

import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.store.OrderRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Lowers what has traded of orders to the broker's number where that fell after our last report: an
 * execution was busted or corrected, and the event of it was missed.
 */
final class LowerOrders {
    /** The most orders in a pass; the others follow in the next ones. */
    private static final int MAX_LOOKUPS = 20;

    private final ConfirmedCorrection correction;

    LowerOrders(OrderRepository repository, Broker broker, InstantSource clock) {
        this.correction = new ConfirmedCorrection(repository, broker, clock);
    }

    /**
     * Returns whether less of an order has traded at the broker than here, by a report that is not
     * old.
     */
    static boolean contradicts(Order ours, BrokerOrder there) {
        Instant known = ours.state().transactTime();
        return there.brokerOrderId().equals(ours.brokerOrderId())
                && there.cumQty().compareTo(ours.cumQty()) < 0
                && (known == null || !there.transactTime().isBefore(known));
    }

    /** Looks these orders up, and lowers those whose filled quantity at the broker is smaller. */
    List<SyncFinding> lower(List<Order> orders) {
        List<SyncFinding> lowered = new ArrayList<>();
        orders.stream()
                .filter(correction::settled)
                .limit(MAX_LOOKUPS)
                .forEach(order ->
                        correction
                                .record(
                                        order,
                                        there -> contradicts(order, there),
                                        LowerOrders::text)
                                .ifPresent(recorded -> lowered.add(finding(recorded))));
        return lowered;
    }

    /** Its executions still add up to more, until the check of executions finds which one. */
    private static SyncFinding finding(ConfirmedCorrection.Recorded recorded) {
        return new SyncFinding(IncidentKind.FILL_MISMATCH, recorded.order(), recorded.text());
    }

    private static String text(Order ours, BrokerOrder there) {
        return "it had traded "
                + ours.cumQty()
                + " here, and by the broker's later report "
                + there.cumQty()
                + ": an execution was busted or corrected";
    }
}
