package dev.lockstep.simulator.exchange;

/** Kinds of entry in the list of trades. */
public enum ExecutionType implements Word {
    /** A fill of an order. */
    FILL,
    /** A correction of the quantity or price of an earlier trade. */
    TRADE_CORRECT,
    /** A bust of an earlier trade. */
    TRADE_BUST
}
