package dev.lockstep.simulator.server.stream;

import java.util.List;

/** Kinds of market data streams. */
enum DataStreamKind {
    STOCKS,
    CRYPTO,
    NEWS;

    /** Returns the channels that can be subscribed to, in the order of their names in a message. */
    List<DataChannel> channels() {
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
