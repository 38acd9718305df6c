package dev.lockstep.domain.order;

/** How long an order works before it ends by itself. */
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
