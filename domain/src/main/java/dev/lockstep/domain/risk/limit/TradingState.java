package dev.lockstep.domain.risk.limit;

/** What may be sent; each state is stricter than the one before it. */
public enum TradingState {
    /** Everything that the limits allow. */
    ACTIVE,
    /** Only orders that reduce a position, and cancels. */
    REDUCING,
    /**
     * No new risk. Cancels and orders that reduce a position are never held back; the difference to
     * {@link #REDUCING} is what is meant by it: somebody has pulled the switch.
     */
    HALTED;

    /** The stricter one of both. */
    public TradingState strictest(TradingState other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
