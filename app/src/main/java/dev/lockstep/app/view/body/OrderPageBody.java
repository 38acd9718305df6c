package dev.lockstep.app.view.body;

import dev.lockstep.domain.order.Order;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of orders.
 *
 * @param orders the orders
 * @param next the last order of this page, after which the next one begins; null on the last page
 */
public record OrderPageBody(List<OrderBody> orders, @Nullable String next) {
    /** Returns a page; a full one is followed by another. */
    public static OrderPageBody of(List<Order> orders, int limit) {
        return new OrderPageBody(
                OrderBody.of(orders),
                orders.size() == limit ? orders.getLast().id().value() : null);
    }
}
