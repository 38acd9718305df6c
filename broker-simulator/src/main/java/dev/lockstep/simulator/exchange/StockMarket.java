package dev.lockstep.simulator.exchange;

import java.util.Optional;

/** The stock exchanges whose hours are known here; all of them keep New York's. */
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

    /** The market with this acronym or identifier code, in whatever case. */
    public static Optional<StockMarket> find(String code) {
        for (StockMarket market : values()) {
            if (market.name().equalsIgnoreCase(code) || market.mic.equalsIgnoreCase(code)) {
                return Optional.of(market);
            }
        }
        return Optional.empty();
    }

    /** Its market identifier code (ISO 10383). */
    public String mic() {
        return mic;
    }

    /** Its full name. */
    public String title() {
        return title;
    }
}
