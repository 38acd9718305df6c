package dev.lockstep.domain.access;

/** A value of an order that an alert carries, by the name that templates use. */
public enum HookField {
    /** The instrument. */
    SYMBOL("symbol"),
    /** What to do: buy, sell or close. */
    ACTION("action"),
    /** The number of shares or coins. */
    QTY("qty"),
    /** Dollars. */
    NOTIONAL("notional"),
    /** Percent of the position of the strategy. */
    POSITION_PERCENT("positionPercent"),
    /** Percent of the equity of the account. */
    EQUITY_PERCENT("equityPercent"),
    /** The order type. */
    TYPE("type"),
    /** The limit. */
    LIMIT_PRICE("limitPrice"),
    /** The stop. */
    STOP_PRICE("stopPrice"),
    /** The time in force. */
    TIME_IN_FORCE("timeInForce"),
    /** The price of the instrument, for a size in percent of the equity. */
    PRICE("price"),
    /** The position after the order; flat closes it. */
    MARKET_POSITION("marketPosition"),
    /** The id of the alert, by which a repeated one is known. */
    ID("id");

    private final String word;

    HookField(String word) {
        this.word = word;
    }

    /** Returns the name that templates, errors and default bodies use. */
    public String word() {
        return word;
    }
}
