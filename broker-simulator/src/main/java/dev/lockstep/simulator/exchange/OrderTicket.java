package dev.lockstep.simulator.exchange;

import java.util.ArrayList;
import java.util.List;

/** The slip on which the book keeps an order's present state and its legs. */
final class OrderTicket {
    private final List<OrderTicket> legs = new ArrayList<>(0);
    private Order order;

    OrderTicket(Order order) {
        this.order = order;
    }

    Order order() {
        return order;
    }

    void write(Order next) {
        order = next;
    }

    void attach(OrderTicket leg) {
        legs.add(leg);
    }

    List<OrderTicket> legs() {
        return legs;
    }

    /** Lets go of the legs. */
    List<OrderTicket> giveLegs() {
        List<OrderTicket> given = List.copyOf(legs);
        legs.clear();
        return given;
    }

    /** The order with its legs as they are now. */
    OrderView view() {
        return new OrderView(order, legs.stream().map(OrderTicket::order).toList());
    }
}
