package dev.lockstep.simulator.exchange.book;

import dev.lockstep.simulator.exchange.model.Order;
import dev.lockstep.simulator.exchange.model.OrderSnapshot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Mutable handle of an order in the book: its current state and its legs. A closed order is packed,
 * since most orders are closed and few of them are read again.
 */
public final class OrderHandle {
    private static final byte[] NOT_PACKED = {};

    private List<OrderHandle> legs = List.of();
    private @Nullable Order order;
    private byte[] packed = NOT_PACKED;

    OrderHandle(Order order) {
        write(order);
    }

    public Order order() {
        Order present = order;
        return present == null ? PackedOrder.unpack(packed) : present;
    }

    void write(Order next) {
        boolean closed = next.status().closed();
        order = closed ? null : next;
        packed = closed ? PackedOrder.pack(next) : NOT_PACKED;
    }

    void attach(OrderHandle leg) {
        List<OrderHandle> all = new ArrayList<>(legs);
        all.add(leg);
        legs = List.copyOf(all);
    }

    public List<OrderHandle> legs() {
        return legs;
    }

    /** Removes and returns the legs. */
    List<OrderHandle> removeLegs() {
        List<OrderHandle> given = legs;
        legs = List.of();
        return given;
    }

    /** Returns the order with the current state of its legs. */
    public OrderSnapshot view() {
        return new OrderSnapshot(order(), legs.stream().map(OrderHandle::order).toList());
    }
}
