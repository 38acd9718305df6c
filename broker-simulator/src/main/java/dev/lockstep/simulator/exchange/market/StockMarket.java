package dev.lockstep.simulator.exchange.market;

import java.util.Optional;

/** Supported stock exchanges; all of them have New York's hours. */
public enum StockMarket {
    NYSE("XNYS", "New York Stock Exchange"),
    NASDAQ("XNAS", "NASDAQ"),
    IEX("IEXG", "Investors Exchange");

    private final String mic;
    private final String title;

    StockMarket(String mic, String title) {
        this.mic = mic;
        this.title = title;
    }

    /** Finds a market by acronym or market identifier code, ignoring case. */
    public static Optional<StockMarket> find(String code) {
        for (StockMarket market : values()) {
            if (market.name().equalsIgnoreCase(code) || market.mic.equalsIgnoreCase(code)) {
                return Optional.of(market);
            }
        }
        return Optional.empty();
    }

    /** Returns the market identifier code (ISO 10383). */
    public String mic() {
        return mic;
    }

    /** Returns the full name. */
    public String title() {
        return title;
    }
}
