package dev.lockstep.domain.order;

import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.value.InvalidValueException;

/**
 * What an order is to become. The broker makes a new order of it, with an id of its own.
 *
 * <p>All of it is sent, also what stays the same: a broker that is not told the quantity of a
 * partly filled order takes the first one again and trades too much.
 *
 * @param clientOrderId the name of the new order, never used before, under which it is found again
 *     whatever becomes of the answer
 * @param orderQty how much in all, what has traded already included; above zero
 * @param type the same kind of order as before, with the prices wanted now
 * @param timeInForce for how long
 */
public record Replacement(
        ClientOrderId clientOrderId, Quantity orderQty, OrderType type, TimeInForce timeInForce) {
    public Replacement {
        if (orderQty.zero()) {
            throw new InvalidValueException("orderQty", orderQty, "> 0");
        }
    }
}
