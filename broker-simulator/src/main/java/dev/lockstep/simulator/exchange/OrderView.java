package dev.lockstep.simulator.exchange;

import java.util.List;

/** An order as it is shown: with its legs, at one moment. */
public record OrderView(Order order, List<Order> legs) {
    public OrderView {
        legs = List.copyOf(legs);
    }

    /** The order without its legs. */
    public OrderView alone() {
        return legs.isEmpty() ? this : new OrderView(order, List.of());
    }
}
