package dev.lockstep.domain.order;

import dev.lockstep.domain.order.id.OrderId;
import java.time.Instant;

/**
 * One entry of an order's history.
 *
 * <p>There is one event for each version, stored in the same commit.
 *
 * @param orderId the order
 * @param version the version that it made; 1 is the intent
 * @param at when it was recorded
 * @param state the new state
 * @param evidence the proof
 */
public record OrderEvent(
        OrderId orderId, long version, Instant at, OrderState state, Evidence evidence) {
    /** Returns the event that made this version of an order. */
    public static OrderEvent of(Order made, Evidence evidence) {
        return new OrderEvent(made.id(), made.version(), made.updatedAt(), made.state(), evidence);
    }
}
