package dev.lockstep.simulator.exchange;

/** The parts of a market's day; New York has no lunch. */
public enum MarketPhase implements Word {
    /** Nothing trades. */
    CLOSED,
    /** The extended session before the opening bell. */
    PRE,
    /** Between the bells. */
    CORE,
    /** The extended session after the closing bell. */
    POST
}
