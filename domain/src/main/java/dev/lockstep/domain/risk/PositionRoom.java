package dev.lockstep.domain.risk;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Side;
import java.math.BigDecimal;

/** How much of a position may still be sold or bought back without opening the opposite one. */
public final class PositionRoom {
    private PositionRoom() {}

    /** How much an order of this side can trade against: nothing if the position is its own way. */
    public static Quantity held(Side exit, NetQuantity netQty) {
        BigDecimal against = exit == Side.SELL ? netQty.value() : netQty.value().negate();
        return new Quantity(against.max(BigDecimal.ZERO));
    }

    /**
     * How much open orders of this side leave of it: nothing while one of them is by cash, which
     * may trade any quantity.
     */
    public static Quantity free(Side exit, NetQuantity netQty, OpenQuantity open) {
        return open.cash().equals(Money.ZERO)
                ? held(exit, netQty).less(open.leavesQty())
                : Quantity.ZERO;
    }
}
