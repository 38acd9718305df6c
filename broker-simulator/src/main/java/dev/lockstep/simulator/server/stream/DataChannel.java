package dev.lockstep.simulator.server.stream;

/** Channels of the market data streams. */
enum DataChannel {
    TRADES("trades"),
    QUOTES("quotes"),
    BARS("bars"),
    UPDATED_BARS("updatedBars"),
    DAILY_BARS("dailyBars"),
    STATUSES("statuses"),
    LULDS("lulds"),
    IMBALANCES("imbalances"),
    CORRECTIONS("corrections"),
    CANCEL_ERRORS("cancelErrors"),
    ORDER_BOOKS("orderbooks"),
    NEWS("news");

    private final String wireName;

    DataChannel(String wireName) {
        this.wireName = wireName;
    }

    /** Returns the name in messages. */
    String wireName() {
        return wireName;
    }
}
