package dev.lockstep.simulator.exchange.model;

/** Role of a leg in its order group. */
public enum LegRole implements WireEnum {
    TAKE_PROFIT,
    STOP_LOSS
}
