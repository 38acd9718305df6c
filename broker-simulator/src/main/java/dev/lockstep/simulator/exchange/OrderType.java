package dev.lockstep.simulator.exchange;

/** How an order's price is decided. */
public enum OrderType implements Word {
    MARKET,
    LIMIT,
    STOP,
    STOP_LIMIT,
    TRAILING_STOP;

    /** Whether the order never trades beyond a limit price. */
    public boolean hasLimit() {
        return this == LIMIT || this == STOP_LIMIT;
    }

    /** Whether the order sleeps until the market reaches its stop price. */
    public boolean hasStop() {
        return this == STOP || this == STOP_LIMIT || this == TRAILING_STOP;
    }
}
