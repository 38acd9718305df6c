package dev.lockstep.simulator.exchange.model;

/** Whether an order opens or closes a position, by side. */
public enum PositionIntent implements WireEnum {
    BUY_TO_OPEN,
    BUY_TO_CLOSE,
    SELL_TO_OPEN,
    SELL_TO_CLOSE;

    /** Returns whether the order adds exposure and so needs buying power. */
    public boolean opens() {
        return this == BUY_TO_OPEN || this == SELL_TO_OPEN;
    }
}
