package dev.lockstep.domain.risk;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Quantity;

/**
 * The open quantity of orders on one side of an instrument. Of orders that cancel each other only
 * the largest counts, and exits that the broker still holds do not.
 *
 * @param leavesQty shares or coins, of the orders by quantity
 * @param cash dollars, of the orders by dollar amount; their whole amount, because their fills are
 *     a quantity
 */
public record OpenQuantity(Quantity leavesQty, Money cash) {
    /** Zero. */
    public static final OpenQuantity NONE = new OpenQuantity(Quantity.ZERO, Money.ZERO);
}
