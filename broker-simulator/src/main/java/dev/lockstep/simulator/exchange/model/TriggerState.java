package dev.lockstep.simulator.exchange.model;

/** Trigger state of a stop order or a held leg. */
public enum TriggerState implements WireEnum {
    /** A leg whose parent has not filled. */
    DORMANT,
    /** Watching the market for the stop price. */
    ARMED,
    /** The stop price was reached. */
    TRIGGERED
}
