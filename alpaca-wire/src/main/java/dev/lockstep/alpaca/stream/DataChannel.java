package dev.lockstep.alpaca.stream;

import java.util.Arrays;
import java.util.Optional;

/** The channels of the market data streams. */
public enum DataChannel {
    TRADES("trades", "t"),
    QUOTES("quotes", "q"),
    BARS("bars", "b"),
    UPDATED_BARS("updatedBars", "u"),
    DAILY_BARS("dailyBars", "d"),
    STATUSES("statuses", "s"),
    LULDS("lulds", "l"),
    IMBALANCES("imbalances", "i"),
    CORRECTIONS("corrections", "c"),
    CANCEL_ERRORS("cancelErrors", "x"),
    ORDER_BOOKS("orderbooks", "o"),
    NEWS("news", "n");

    private final String wireName;
    private final String type;

    DataChannel(String wireName, String type) {
        this.wireName = wireName;
        this.type = type;
    }

    /** Returns the name in subscriptions. */
    public String wireName() {
        return wireName;
    }

    /** Returns whether the venue adds it to the trades of a symbol by itself. */
    public boolean comesWithTrades() {
        return this == CORRECTIONS || this == CANCEL_ERRORS;
    }

    /** Returns the channel of a message's type, empty for other messages. */
    public static Optional<DataChannel> ofType(String type) {
        return Arrays.stream(values()).filter(channel -> channel.type.equals(type)).findFirst();
    }
}
