package dev.lockstep.gateway.alpaca.data;

import static dev.lockstep.gateway.alpaca.data.DataChannel.BARS;
import static dev.lockstep.gateway.alpaca.data.DataChannel.CANCEL_ERRORS;
import static dev.lockstep.gateway.alpaca.data.DataChannel.CORRECTIONS;
import static dev.lockstep.gateway.alpaca.data.DataChannel.DAILY_BARS;
import static dev.lockstep.gateway.alpaca.data.DataChannel.IMBALANCES;
import static dev.lockstep.gateway.alpaca.data.DataChannel.LULDS;
import static dev.lockstep.gateway.alpaca.data.DataChannel.NEWS;
import static dev.lockstep.gateway.alpaca.data.DataChannel.ORDER_BOOKS;
import static dev.lockstep.gateway.alpaca.data.DataChannel.QUOTES;
import static dev.lockstep.gateway.alpaca.data.DataChannel.STATUSES;
import static dev.lockstep.gateway.alpaca.data.DataChannel.TRADES;
import static dev.lockstep.gateway.alpaca.data.DataChannel.UPDATED_BARS;

import java.util.List;

/** The market data streams of the venue. */
public enum MarketFeed {
    IEX,
    SIP,
    DELAYED_SIP,
    TEST,
    CRYPTO,
    NEWS_ARTICLES;

    /** Returns the channels, in the order of their names in a message. */
    List<DataChannel> channels() {
        return switch (this) {
            case IEX, SIP, DELAYED_SIP, TEST ->
                    List.of(
                            TRADES,
                            QUOTES,
                            BARS,
                            UPDATED_BARS,
                            DAILY_BARS,
                            STATUSES,
                            LULDS,
                            IMBALANCES,
                            CORRECTIONS,
                            CANCEL_ERRORS);
            case CRYPTO -> List.of(TRADES, QUOTES, ORDER_BOOKS, BARS, UPDATED_BARS, DAILY_BARS);
            case NEWS_ARTICLES -> List.of(NEWS);
        };
    }

    /** Returns the paths that bots connect to; the first is the venue's. */
    public List<String> paths() {
        return switch (this) {
            case IEX -> List.of("/v2/iex");
            case SIP -> List.of("/v2/sip");
            case DELAYED_SIP -> List.of("/v2/delayed_sip");
            case TEST -> List.of("/v2/test");
            // ccxt connects to the second version.
            case CRYPTO -> List.of("/v1beta3/crypto/us", "/v1beta2/crypto");
            case NEWS_ARTICLES -> List.of("/v1beta1/news");
        };
    }
}
