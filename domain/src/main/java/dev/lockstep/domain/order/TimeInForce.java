package dev.lockstep.domain.order;

/** The time in force of an order. */
public enum TimeInForce {
    /** Until the end of the trading day. */
    DAY,
    /** Until it is canceled. */
    GTC,
    /** In the opening auction only. */
    OPG,
    /** In the closing auction only. */
    CLS,
    /** At once, whatever can be had; the rest is canceled. */
    IOC,
    /** At once and all of it, or not at all. */
    FOK
}
