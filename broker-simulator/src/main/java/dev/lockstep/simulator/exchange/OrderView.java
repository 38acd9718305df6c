package dev.lockstep.simulator.exchange;

import java.util.List;

/** Snapshot of an order with its legs. */
public record OrderView(Order order, List<Order> legs) {
    public OrderView {
        legs = List.copyOf(legs);
    }

    /** Returns the order without its legs. */
    public OrderView alone() {
        return legs.isEmpty() ? this : new OrderView(order, List.of());
    }
}
