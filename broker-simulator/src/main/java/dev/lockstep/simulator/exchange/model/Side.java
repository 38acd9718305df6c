package dev.lockstep.simulator.exchange.model;

import java.math.BigDecimal;

/** Side of an order. */
public enum Side implements WireEnum {
    BUY,
    SELL;

    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }

    /**
     * Returns the quantity as a change of the position: positive for a buy, negative for a sell.
     */
    public BigDecimal signed(BigDecimal qty) {
        return this == BUY ? qty : qty.negate();
    }
}
