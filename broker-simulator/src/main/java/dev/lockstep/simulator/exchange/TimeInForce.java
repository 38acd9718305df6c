package dev.lockstep.simulator.exchange;

/** How long an order stays in force. */
public enum TimeInForce implements Word {
    DAY,
    GTC,
    OPG,
    CLS,
    IOC,
    FOK;

    /** Whether what is not filled on the first try is canceled. */
    public boolean immediate() {
        return this == IOC || this == FOK;
    }

    /** Whether the order waits for an auction. */
    public boolean auction() {
        return this == OPG || this == CLS;
    }
}
