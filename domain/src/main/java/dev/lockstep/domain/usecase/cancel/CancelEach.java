package dev.lockstep.domain.usecase.cancel;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.CancelAnswer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Requests the cancel of orders that prevent a flat account: once for each, however many passes
 * find it. Our orders are pursued from then on; an unanswered request for an external order is
 * repeated. Thread-safe.
 */
public final class CancelEach {
    /** More are forgotten and requested again, which does no harm. */
    private static final int MAX_REMEMBERED = 10_000;

    private final CancelOrder cancelOrder;
    private final Broker broker;
    private final Set<String> requested = ConcurrentHashMap.newKeySet();

    public CancelEach(CancelOrder cancelOrder, Broker broker) {
        this.cancelOrder = cancelOrder;
        this.broker = broker;
    }

    /** Requests a cancel for each of these orders, once. */
    public void request(List<Order> ours, List<BrokerOrder> external) {
        if (requested.size() > MAX_REMEMBERED) {
            requested.clear();
        }
        ours.stream()
                .filter(order -> !order.state().cancelWanted())
                .filter(order -> requested.add(order.id().value()))
                .forEach(order -> cancelOrder.cancel(order.id()));
        external.forEach(this::request);
    }

    private void request(BrokerOrder there) {
        String name = there.brokerOrderId().value();
        if (requested.add(name)
                && broker.cancel(there.brokerOrderId()) instanceof CancelAnswer.Unresolved) {
            requested.remove(name);
        }
    }
}
