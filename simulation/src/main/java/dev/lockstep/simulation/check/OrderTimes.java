package dev.lockstep.simulation.check;

import dev.lockstep.domain.order.Order;
import dev.lockstep.simulation.exchange.MarketPlace;
import dev.lockstep.simulation.schedule.VirtualTime;
import dev.lockstep.simulator.LedgerOrder;
import java.util.HashMap;
import java.util.Map;

/** When orders were stored to be sent, and when they ended at the exchange, in virtual time. */
final class OrderTimes {
    private final MarketPlace market;
    private final VirtualTime time;
    private final Map<String, Long> stored = new HashMap<>();
    private final Map<String, Long> ended = new HashMap<>();

    OrderTimes(MarketPlace market, VirtualTime time) {
        this.market = market;
        this.time = time;
    }

    /** An order was stored as one to be sent, for the first time or once more. */
    void stored(String clientOrderId) {
        stored.put(clientOrderId, time.nanos());
    }

    /** The exchange has made a step. */
    void step() {
        for (LedgerOrder order : market.orders()) {
            if (OrderChecks.status(order.status()).closed()) {
                ended.putIfAbsent(order.id().toString(), time.nanos());
            }
        }
    }

    boolean storedAfter(String clientOrderId, long nanos) {
        return stored.getOrDefault(clientOrderId, Long.MIN_VALUE) > nanos;
    }

    /** Returns whether an order was open at the exchange when a later one was stored to be sent. */
    boolean overlap(Order order, Order later) {
        Long end = order.brokerOrderId() == null ? null : ended.get(order.brokerOrderId().value());
        Long begin = stored.get(later.clientOrderId().value());
        return end != null && begin != null && end > begin;
    }

    boolean endedAfter(String orderId, long nanos) {
        return ended.getOrDefault(orderId, Long.MIN_VALUE) > nanos;
    }
}
