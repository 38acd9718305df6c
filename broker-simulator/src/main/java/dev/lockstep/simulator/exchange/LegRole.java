package dev.lockstep.simulator.exchange;

/** Role of a leg in its order group. */
public enum LegRole implements Word {
    TAKE_PROFIT,
    STOP_LOSS
}
