package dev.lockstep.simulator.exchange.hours;

import dev.lockstep.simulator.exchange.model.WireEnum;

/** Phases of a market day; New York has no lunch break. */
public enum MarketPhase implements WireEnum {
    /** No trading. */
    CLOSED,
    /** Extended session before the opening bell. */
    PRE,
    /** Regular session between the bells. */
    CORE,
    /** Extended session after the closing bell. */
    POST
}
