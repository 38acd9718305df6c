package dev.lockstep.domain.order;

import dev.lockstep.domain.order.id.OrderId;
import java.time.Instant;

/**
 * One entry of an order's history: what it became, when, and on what evidence.
 *
 * <p>There is one event for each version, stored in the same commit as the version itself.
 *
 * @param orderId whose history
 * @param version the version it made; 1 is the intent
 * @param at when we learned of it
 * @param state what the order became
 * @param evidence what proves it
 */
public record OrderEvent(
        OrderId orderId, long version, Instant at, OrderState state, Evidence evidence) {
    /** The event that made this version of an order. */
    public static OrderEvent of(Order made, Evidence evidence) {
        return new OrderEvent(made.id(), made.version(), made.updatedAt(), made.state(), evidence);
    }
}
