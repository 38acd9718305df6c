package dev.lockstep.domain.usecase.sync;

import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.value.ShownValue;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Reopens orders that are closed locally although the broker lists them as open, for example after
 * a false event.
 */
final class ReopenOrders {
    /** The most orders in a pass; the others follow in the next ones. */
    private static final int MAX_LOOKUPS = 20;

    private final ConfirmedCorrection correction;

    ReopenOrders(OrderRepository repository, Broker broker, InstantSource clock) {
        this.correction = new ConfirmedCorrection(repository, broker, clock);
    }

    /** Returns whether the broker lists an order as open that is closed here. */
    static boolean contradicts(Order ours, BrokerOrder there) {
        return ours.status().closed()
                && there.open()
                && there.brokerOrderId().equals(ours.brokerOrderId());
    }

    /** Looks these orders up, and reopens those that are open at the broker. */
    List<SyncFinding> reopen(List<Order> closedHere) {
        List<SyncFinding> reopened = new ArrayList<>();
        closedHere.stream()
                .filter(correction::settled)
                .limit(MAX_LOOKUPS)
                .forEach(order ->
                        correction
                                .record(
                                        order,
                                        there -> contradicts(order, there),
                                        ReopenOrders::text)
                                .ifPresent(recorded -> reopened.add(finding(recorded))));
        return reopened;
    }

    private static SyncFinding finding(ConfirmedCorrection.Recorded recorded) {
        return new SyncFinding(IncidentKind.ORDER_REOPENED, recorded.order(), recorded.text());
    }

    private static String text(Order closed, BrokerOrder there) {
        return "it was "
                + ShownValue.of(closed.status())
                + " here with "
                + closed.cumQty()
                + " traded, and the broker still works it: "
                + there.status().word()
                + " with "
                + there.cumQty()
                + " traded; it is open again; cancel it if you do not want it";
    }
}
