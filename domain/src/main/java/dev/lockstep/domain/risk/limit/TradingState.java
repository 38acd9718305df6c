package dev.lockstep.domain.risk.limit;

/** The trading state; each is stricter than the one before it. */
public enum TradingState {
    /** Everything that the limits allow. */
    ACTIVE,
    /** Only orders that reduce a position, and cancels. */
    REDUCING,
    /**
     * No new risk. Cancels and orders that reduce a position are never held back. It differs from
     * {@link #REDUCING} only in meaning: the kill switch was used.
     */
    HALTED;

    /** Returns the stricter one of both. */
    public TradingState strictest(TradingState other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
