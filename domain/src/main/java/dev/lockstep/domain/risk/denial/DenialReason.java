package dev.lockstep.domain.risk.denial;

/**
 * The rules by which we refuse an order before it is sent; the names in lower case are stable
 * codes.
 */
public enum DenialReason {
    /** A replacement of an order that does not stand so that it could be replaced. */
    REPLACED_STATE,
    /** A replacement that would change nothing. */
    REPLACED_BY_THE_SAME,
    /** A quantity that a replacement cannot have. */
    REPLACED_QUANTITY,
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
    /** An exit on the wrong side of its parent's price. */
    EXIT_PRICE,
    /** An order for an auction at a time when the venue takes none for it. */
    AUCTION_HOURS,
    /** An instrument that the broker does not have. */
    SYMBOL_UNKNOWN,
    /** An instrument that the broker takes no orders for. */
    NOT_TRADABLE,
    /** A part of a share, or an amount of dollars, of an instrument that trades whole only. */
    NOT_FRACTIONABLE,
    /** More than is held of what cannot be sold short. */
    NOT_SHORTABLE,
    /** An exit for more than the position that it is to close. */
    EXIT_QUANTITY,
    /** A stop that the market has passed already. */
    STOP_PRICE,
    /** Trading is halted, and the order would not only reduce a position. */
    TRADING_HALTED,
    /** Only orders that reduce a position are sent, and this one does not. */
    TRADING_REDUCING,
    /** The order's strategy is paused, and the order does not only reduce what it holds. */
    STRATEGY_PAUSED,
    /** An order worth more than one order may be. */
    ORDER_VALUE,
    /** An order for more shares or coins than one order may be for. */
    ORDER_QUANTITY,
    /** More orders at the broker than there may be at one time. */
    OPEN_ORDERS,
    /** A position that could grow beyond the value it may have. */
    POSITION_VALUE,
    /** The account has lost as much today as it may. */
    DAILY_LOSS,
    /** A limit price further from the last quote than it may be. */
    PRICE_COLLAR,
    /** A duplicate of a recent order. */
    DUPLICATE_ORDER,
    /** More orders in the time than there may be. */
    ORDER_RATE,
    /** An instrument that is not on the list of those that may be traded. */
    SYMBOL_NOT_ALLOWED,
    /** An instrument that is on the list of those that may not be traded. */
    SYMBOL_DENIED,
    /** An opposite market or stop order of ours is working: the broker would refuse this one. */
    WASH_TRADE,
    /** The holdings and open orders of the strategy would exceed its budget. */
    CAPITAL_BUDGET,
    /** An entry that needs borrowed money or shares. */
    ON_MARGIN,
    /** A limit is set, and what is needed to check it cannot be had. */
    CHECK_IMPOSSIBLE,
    /** The broker refused the last orders of its symbol and side for one reason. */
    REFUSED_REPEATEDLY
}
