package dev.lockstep.simulator.exchange;

/** Phases of a market day; New York has no lunch break. */
public enum MarketPhase implements Word {
    /** No trading. */
    CLOSED,
    /** Extended session before the opening bell. */
    PRE,
    /** Regular session between the bells. */
    CORE,
    /** Extended session after the closing bell. */
    POST
}
