package dev.lockstep.simulator.exchange.model;

import java.util.List;

/** Snapshot of an order with its legs. */
public record OrderSnapshot(Order order, List<Order> legs) {
    public OrderSnapshot {
        legs = List.copyOf(legs);
    }

    /** Returns the order without its legs. */
    public OrderSnapshot alone() {
        return legs.isEmpty() ? this : new OrderSnapshot(order, List.of());
    }
}
