package dev.lockstep.app.view;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderState;
import dev.lockstep.domain.order.OrderStatus;
import org.jspecify.annotations.Nullable;

/** Makes orders in a given status, of which each test shows what a person reads. */
public final class StatedOrders {
    private final SampleOrders samples = new SampleOrders();

    /** Returns an order for ten shares in this status, without an explanation. */
    public Order in(OrderStatus status) {
        return in(status, "");
    }

    /** Returns an order for ten shares in this status. */
    public Order in(OrderStatus status, String text) {
        return in(status, text, SampleOrders.tenShares());
    }

    /** Returns an order in this status. */
    public Order in(OrderStatus status, String text, NewOrder terms) {
        return stated(samples.intent(terms), status, text, null);
    }

    /** Returns an order that was to replace another one. */
    public Order replacing(Order replaced, OrderStatus status) {
        return stated(samples.intent(), status, "", replaced);
    }

    private static Order stated(
            Order order, OrderStatus status, String text, @Nullable Order replaced) {
        return new Order(
                order.id(),
                order.clientOrderId(),
                order.idempotencyKey(),
                order.purpose(),
                null,
                replaced == null ? null : replaced.id(),
                order.terms(),
                new OrderState(status, null, "", Quantity.ZERO, null, false, null, text),
                order.createdAt(),
                order.updatedAt(),
                order.version());
    }
}
