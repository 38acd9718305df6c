package dev.lockstep.domain.risk;

/** The rules by which we refuse an order before it is sent. */
public enum DenialReason {
    /** A price between the steps that the instrument trades in. */
    PRICE_INCREMENT,
    /** A part of a share where the venue takes whole shares only. */
    FRACTIONAL_QUANTITY,
    /** An amount of dollars that the venue does not take for this order. */
    CASH_AMOUNT,
    /** An order worth less than the venue takes. */
    MINIMUM_VALUE,
    /** A time in force that the instrument, the order type or the order class does not have. */
    TIME_IN_FORCE,
    /** Extended hours for an order that cannot trade in them. */
    TRADING_HOURS,
    /** An order type that the instrument or the order class does not have. */
    ORDER_TYPE,
    /** An order class that the instrument or the order type does not have. */
    ORDER_CLASS,
    /** An exit on the wrong side of the price it hangs on. */
    EXIT_PRICE
}
