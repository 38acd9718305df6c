package dev.lockstep.simulator.exchange;

/** How near a stop or a held leg is to trading. */
public enum Readiness implements Word {
    /** A leg whose parent has not filled yet. */
    DORMANT,
    /** Watching the market. */
    ARMED,
    /** The stop price was reached. */
    TRIGGERED
}
