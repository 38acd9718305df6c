package dev.lockstep.simulator.exchange;

import java.math.BigDecimal;

/** Which way an order trades. */
public enum Side implements Word {
    BUY,
    SELL;

    /** The other side. */
    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }

    /** The quantity as a change of position: positive for a buy. */
    public BigDecimal signed(BigDecimal qty) {
        return this == BUY ? qty : qty.negate();
    }
}
