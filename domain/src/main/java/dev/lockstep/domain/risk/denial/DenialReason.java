package dev.lockstep.domain.risk.denial;

import dev.lockstep.domain.risk.limit.LimitName;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which we refuse an order before it is sent; the names in lower case are stable
 * codes.
 */
public enum DenialReason {
    /** A replacement of an order that does not stand so that it could be replaced. */
    REPLACED_STATE("an order with the status {value} cannot be replaced; it must be {expected}"),
    /** A replacement that would change nothing. */
    REPLACED_BY_THE_SAME("the change has no effect: order {value} has these terms already"),
    /** A quantity that a replacement cannot have. */
    REPLACED_QUANTITY("{field} {value} is not possible for a replacement; it must be {expected}"),
    /** A price between the steps that the instrument trades in. */
    PRICE_INCREMENT("{field} {value} is not a multiple of the price increment; use {expected}"),
    /** A part of a share where the venue takes whole shares only. */
    FRACTIONAL_QUANTITY("{field} {value} is not possible; use {expected}"),
    /** An amount of dollars that the venue does not take for this order. */
    CASH_AMOUNT("{field} {value$} is not possible; use {expected}"),
    /** An order worth less than the venue takes. */
    MINIMUM_VALUE("{field} {value$} is below the minimum of {bound$}"),
    /** A time in force that the instrument, the order type or the order class does not have. */
    TIME_IN_FORCE("{field} {value} is not possible; use {expected}"),
    /** Extended hours for an order that cannot trade in them. */
    TRADING_HOURS("{field} {value} is not possible; use {expected}"),
    /** An order type that the instrument or the order class does not have. */
    ORDER_TYPE("{field} {value} is not possible; use {expected}"),
    /** An order class that the instrument or the order type does not have. */
    ORDER_CLASS("{field} {value} is not possible; use {expected}"),
    /** An exit on the wrong side of its parent's price. */
    EXIT_PRICE("{field} {value} is on the wrong side; it must be {expected}"),
    /** An order for an auction at a time when the venue takes none for it. */
    AUCTION_HOURS("{field} {value} is not possible at this time; use {expected}"),
    /** An instrument that the broker does not have. */
    SYMBOL_UNKNOWN("the broker does not have the symbol {value}; use {expected}"),
    /** An instrument that the broker takes no orders for. */
    NOT_TRADABLE("the broker takes no orders for {value}; use {expected}"),
    /** A part of a share, or an amount of dollars, of an instrument that trades whole only. */
    NOT_FRACTIONABLE("{field} {value} is not possible; use {expected}"),
    /** More than is held of what cannot be sold short. */
    NOT_SHORTABLE("{field} {value} cannot be sold short; allowed: {expected}"),
    /** An exit for more than the position that it is to close. */
    EXIT_QUANTITY("{field} {value} is more than there is to close; allowed: {expected}"),
    /** A stop that the market has passed already. */
    STOP_PRICE("the market has passed {field} {value} already; it must be {expected}"),
    /** Trading is halted, and the order would not only reduce a position. */
    TRADING_HALTED("trading is halted ({field}: {value}); allowed: {expected}"),
    /** Only orders that reduce a position are sent, and this one does not. */
    TRADING_REDUCING("trading is restricted ({field}: {value}); allowed: {expected}"),
    /** The order's strategy is paused, and the order does not only reduce what it holds. */
    STRATEGY_PAUSED("the strategy is paused ({field}: {value}); allowed: {expected}"),
    /** An order worth more than one order may be. */
    ORDER_VALUE("{field} {value$} is above the limit of {bound$}", LimitName.MAX_ORDER_VALUE),
    /** An order for more shares or coins than one order may be for. */
    ORDER_QUANTITY("{field} {value#} is above the limit of {bound#}", LimitName.MAX_ORDER_QTY),
    /** More orders at the broker than there may be at one time. */
    OPEN_ORDERS("{value#} orders are open, and the limit is {bound#}", LimitName.MAX_OPEN_ORDERS),
    /** A position that could grow beyond the value it may have. */
    POSITION_VALUE(
            "{field} {value$} would be above the limit of {bound$}", LimitName.MAX_POSITION_VALUE),
    /** The account has lost as much today as it may. */
    DAILY_LOSS("{field} {value$} has reached the limit of {bound$}", LimitName.MAX_DAILY_LOSS),
    /** A limit price further from the last quote than it may be. */
    PRICE_COLLAR(
            "{field} {value$} is too far from the market; it must be {expected$}",
            LimitName.PRICE_COLLAR),
    /** A duplicate of a recent order. */
    DUPLICATE_ORDER(
            "order {value} may be the same order; allowed: {expected}", LimitName.DUPLICATE_WINDOW),
    /** More orders in the time than there may be. */
    ORDER_RATE(
            "{value#} orders were sent within the time, and the limit is {bound}",
            LimitName.MAX_ORDER_RATE),
    /** An instrument that is not on the list of those that may be traded. */
    SYMBOL_NOT_ALLOWED("{value} is not in the list of allowed symbols", LimitName.ALLOWED_SYMBOLS),
    /** An instrument that is on the list of those that may not be traded. */
    SYMBOL_DENIED("{value} is in the list of denied symbols", LimitName.DENIED_SYMBOLS),
    /** An opposite market or stop order of ours is working: the broker would refuse this one. */
    WASH_TRADE("the opposite order {value} is open; allowed: {expected}", LimitName.WASH_TRADES),
    /** The holdings and open orders of the strategy would exceed its budget. */
    CAPITAL_BUDGET(
            "{field} {value$} would be above the budget of {bound$}", LimitName.CAPITAL_BUDGET),
    /** An entry that needs borrowed money or shares. */
    ON_MARGIN("the order needs margin ({field} {value$}); allowed: {expected$}", LimitName.MARGIN),
    /** A limit is set, and what is needed to check it cannot be had. */
    CHECK_IMPOSSIBLE("a limit cannot be checked without {field} ({value})"),
    /** The broker refused the last orders of its symbol and side for one reason. */
    REFUSED_REPEATEDLY("the broker refused such orders repeatedly ({value}); send {expected}");

    private final String template;
    private final @Nullable LimitName limit;

    DenialReason(String template) {
        this(template, null);
    }

    DenialReason(String template, @Nullable LimitName limit) {
        this.template = template;
        this.limit = limit;
    }

    /** Returns the sentence with places for field, value and what is expected. */
    String template() {
        return template;
    }

    /** Returns the limit, null for a rule that is not one of the limits. */
    @Nullable LimitName limit() {
        return limit;
    }
}
