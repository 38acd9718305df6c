package dev.lockstep.simulator.exchange;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Mutable handle of an order in the book: its current state and its legs. A closed order is packed,
 * since most orders are closed and few of them are read again.
 */
final class OrderTicket {
    private static final byte[] NOT_PACKED = {};

    private List<OrderTicket> legs = List.of();
    private @Nullable Order order;
    private byte[] packed = NOT_PACKED;

    OrderTicket(Order order) {
        write(order);
    }

    Order order() {
        Order present = order;
        return present == null ? PackedOrder.unpack(packed) : present;
    }

    void write(Order next) {
        boolean closed = next.status().closed();
        order = closed ? null : next;
        packed = closed ? PackedOrder.pack(next) : NOT_PACKED;
    }

    void attach(OrderTicket leg) {
        List<OrderTicket> all = new ArrayList<>(legs);
        all.add(leg);
        legs = List.copyOf(all);
    }

    List<OrderTicket> legs() {
        return legs;
    }

    /** Removes and returns the legs. */
    List<OrderTicket> removeLegs() {
        List<OrderTicket> given = legs;
        legs = List.of();
        return given;
    }

    /** Returns the order with the current state of its legs. */
    OrderView view() {
        return new OrderView(order(), legs.stream().map(OrderTicket::order).toList());
    }
}
