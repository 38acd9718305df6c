package dev.lockstep.simulator.exchange;

/** What kind of entry an execution is in the list of trades. */
public enum ExecutionType implements Word {
    /** An order traded. */
    FILL,
    /** An earlier trade counts with another quantity or price from now on. */
    TRADE_CORRECT,
    /** An earlier trade does not count any more. */
    TRADE_BUST
}
