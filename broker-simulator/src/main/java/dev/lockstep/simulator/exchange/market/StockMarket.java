package dev.lockstep.simulator.exchange.market;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Supported stock exchanges; all of them have New York's hours. */
public enum StockMarket {
    NYSE("XNYS", "New York Stock Exchange"),
    NASDAQ("XNAS", "NASDAQ"),
    IEX("IEXG", "Investors Exchange");

    /** Codes of further markets whose hours Alpaca publishes. */
    private static final Set<String> UNSUPPORTED =
            Set.of(
                    ("BMO BNYM BOATS CEUX CHIX HKEX ISE LSE MTA MTAA OCEA OPRA OTC OTCM SIFMA"
                                    + " TADAWUL XAMS XBRU XDUB XETR XETRA XHKG XLIS XLON XPAR XSAU")
                            .split(" ", -1));

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

    /** Returns whether Alpaca knows a code that is not supported here, ignoring case. */
    public static boolean unsupported(String code) {
        return UNSUPPORTED.contains(code.toUpperCase(Locale.ROOT));
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
