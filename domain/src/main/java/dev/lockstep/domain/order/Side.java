package dev.lockstep.domain.order;

import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;

/** Whether an order buys or sells. */
public enum Side {
    /** Adds to a long position, or takes from a short one. */
    BUY,
    /** Takes from a long position, or adds to a short one. */
    SELL;

    /** Returns the other one. */
    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }

    /** Returns the position after this side traded {@code quantity}. */
    public NetQuantity applied(NetQuantity position, Quantity quantity) {
        return switch (this) {
            case BUY -> position.plus(quantity);
            case SELL -> position.minus(quantity);
        };
    }
}
