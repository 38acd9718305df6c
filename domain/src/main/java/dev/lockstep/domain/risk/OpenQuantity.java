package dev.lockstep.domain.risk;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Quantity;

/**
 * What the open orders on one side of an instrument may still trade. Of orders that end each other
 * only the largest counts, and exits that the broker still holds back do not.
 *
 * @param leavesQty shares or coins, of the orders for a quantity
 * @param cash dollars, of the orders by cash; as much as they were for, for what has traded of them
 *     is a quantity
 */
public record OpenQuantity(Quantity leavesQty, Money cash) {
    /** Nothing. */
    public static final OpenQuantity NONE = new OpenQuantity(Quantity.ZERO, Money.ZERO);
}
