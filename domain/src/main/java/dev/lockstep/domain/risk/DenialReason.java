package dev.lockstep.domain.risk;

/** The rules by which we refuse an order before it is sent. */
public enum DenialReason {
    /** A price between the steps that the instrument trades in. */
    PRICE_INCREMENT,
    /** A part of a share where the venue takes whole shares only. */
    FRACTIONAL_QUANTITY,
    /** A time in force that the instrument or the order type does not have. */
    TIME_IN_FORCE,
    /** An order type that the instrument does not have. */
    ORDER_TYPE
}
