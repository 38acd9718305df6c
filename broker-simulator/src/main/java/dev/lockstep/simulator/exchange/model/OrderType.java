package dev.lockstep.simulator.exchange.model;

import dev.lockstep.alpaca.order.PriceForm;

/** Order types. */
public enum OrderType implements WireEnum {
    MARKET,
    LIMIT,
    STOP,
    STOP_LIMIT,
    TRAILING_STOP;

    /** Returns whether the order never fills beyond a limit price. */
    public boolean hasLimit() {
        return this == LIMIT || this == STOP_LIMIT;
    }

    /** Returns whether the order is inactive until the market reaches its stop price. */
    public boolean hasStop() {
        return this == STOP || this == STOP_LIMIT || this == TRAILING_STOP;
    }

    /** Returns the fields that an order of this type requires. */
    public PriceForm form() {
        return PriceForm.valueOf(name());
    }
}
