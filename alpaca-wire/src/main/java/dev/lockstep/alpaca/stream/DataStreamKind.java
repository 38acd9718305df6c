package dev.lockstep.alpaca.stream;

import java.util.List;

/** Kinds of market data streams. */
public enum DataStreamKind {
    STOCKS,
    CRYPTO,
    NEWS;

    /** Returns the channels that can be subscribed to, in the order of their names in a message. */
    public List<DataChannel> channels() {
        return switch (this) {
            case STOCKS ->
                    List.of(
                            DataChannel.TRADES,
                            DataChannel.QUOTES,
                            DataChannel.BARS,
                            DataChannel.UPDATED_BARS,
                            DataChannel.DAILY_BARS,
                            DataChannel.STATUSES,
                            DataChannel.LULDS,
                            DataChannel.IMBALANCES,
                            DataChannel.CORRECTIONS,
                            DataChannel.CANCEL_ERRORS);
            case CRYPTO ->
                    List.of(
                            DataChannel.TRADES,
                            DataChannel.QUOTES,
                            DataChannel.ORDER_BOOKS,
                            DataChannel.BARS,
                            DataChannel.UPDATED_BARS,
                            DataChannel.DAILY_BARS);
            case NEWS -> List.of(DataChannel.NEWS);
        };
    }
}
