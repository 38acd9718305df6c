package dev.lockstep.simulator.exchange.model;

/** Time in force of an order. */
public enum TimeInForce implements WireEnum {
    DAY,
    GTC,
    OPG,
    CLS,
    IOC,
    FOK;

    /** Returns whether a quantity that does not fill at once is canceled. */
    public boolean immediate() {
        return this == IOC || this == FOK;
    }

    /** Returns whether the order waits for an auction. */
    public boolean auction() {
        return this == OPG || this == CLS;
    }
}
