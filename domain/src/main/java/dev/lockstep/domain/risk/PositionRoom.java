package dev.lockstep.domain.risk;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Side;
import java.math.BigDecimal;

/** The quantity that may be sold or bought back without opening an opposite position. */
public final class PositionRoom {
    private PositionRoom() {}

    /**
     * Returns the quantity that an order of this side can reduce: zero if the position is on its
     * own side.
     */
    public static Quantity held(Side exit, NetQuantity netQty) {
        BigDecimal against = exit == Side.SELL ? netQty.value() : netQty.value().negate();
        return new Quantity(against.max(BigDecimal.ZERO));
    }

    /**
     * Returns the part that open orders of this side leave: zero if one of them is by dollar
     * amount, which may trade any quantity.
     */
    public static Quantity free(Side exit, NetQuantity netQty, OpenQuantity open) {
        return open.cash().equals(Money.ZERO)
                ? held(exit, netQty).less(open.leavesQty())
                : Quantity.ZERO;
    }
}
