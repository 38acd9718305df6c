package dev.lockstep.domain.order;

import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.value.InvalidValueException;

/**
 * The terms of a replacement. The broker makes a new order of it, with an id of its own.
 *
 * <p>All terms are sent, also unchanged ones: without a quantity, the broker would use the original
 * one of a partly filled order and trade too much.
 *
 * @param clientOrderId the client order id of the new order, never used before, under which it is
 *     looked up if the answer is lost
 * @param orderQty the total quantity, including what has filled; above zero
 * @param type the type of the old order, with the new prices
 * @param timeInForce the time in force
 */
public record Replacement(
        ClientOrderId clientOrderId, Quantity orderQty, OrderType type, TimeInForce timeInForce) {
    public Replacement {
        if (orderQty.zero()) {
            throw new InvalidValueException("qty", orderQty, "> 0");
        }
    }
}
