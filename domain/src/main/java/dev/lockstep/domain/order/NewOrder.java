package dev.lockstep.domain.order;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.value.InvalidValueException;

/**
 * What somebody wants to trade, before it has an id; it never changes afterwards.
 *
 * @param symbol what to trade
 * @param side buy or sell
 * @param orderQty how many shares or coins in all, above zero
 * @param type at what price
 * @param timeInForce for how long
 */
public record NewOrder(
        Symbol symbol, Side side, Quantity orderQty, OrderType type, TimeInForce timeInForce) {
    public NewOrder {
        if (orderQty.zero()) {
            throw new InvalidValueException("orderQty", orderQty, "> 0");
        }
    }
}
