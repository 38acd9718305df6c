package dev.lockstep.gateway.alpaca.data;

import dev.lockstep.alpaca.stream.DataChannel;
import dev.lockstep.alpaca.stream.DataStreamKind;
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
            case IEX, SIP, DELAYED_SIP, TEST -> DataStreamKind.STOCKS.channels();
            case CRYPTO -> DataStreamKind.CRYPTO.channels();
            case NEWS_ARTICLES -> DataStreamKind.NEWS.channels();
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
