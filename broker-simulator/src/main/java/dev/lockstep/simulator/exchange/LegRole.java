package dev.lockstep.simulator.exchange;

/** What a leg does for the order it belongs to. */
public enum LegRole implements Word {
    TAKE_PROFIT,
    STOP_LOSS
}
