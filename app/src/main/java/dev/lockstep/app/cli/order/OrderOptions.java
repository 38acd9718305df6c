package dev.lockstep.app.cli.order;

import dev.lockstep.app.form.OrderField;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The fields of one order as options; what they mean is for the form to read. */
final class OrderOptions {
    @Option(names = "--symbol", paramLabel = "SYMBOL", description = "Such as AAPL or BTC/USD.")
    private @Nullable String symbol;

    @Option(names = "--side", paramLabel = "SIDE", description = "buy or sell.")
    private @Nullable String side;

    @Option(names = "--qty", paramLabel = "QTY", description = "Shares or coins, such as 10.")
    private @Nullable String qty;

    @Option(
            names = "--cash",
            paramLabel = "DOLLARS",
            description = "As many shares or coins as so many dollars buy, instead of --qty.")
    private @Nullable String cash;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description =
                    "market, limit, stop, stop_limit or trailing_stop (default: what the prices"
                            + " say).")
    private @Nullable String type;

    @Option(names = "--limit", paramLabel = "PRICE", description = "The worst price accepted.")
    private @Nullable String limit;

    @Option(names = "--stop", paramLabel = "PRICE", description = "The price that triggers it.")
    private @Nullable String stop;

    @Option(
            names = "--trail",
            paramLabel = "PRICE",
            description = "How many dollars a trailing stop follows behind.")
    private @Nullable String trail;

    @Option(names = "--trail-percent", paramLabel = "PERCENT", description = "The same in percent.")
    private @Nullable String trailPercent;

    @Option(
            names = "--tif",
            paramLabel = "TIF",
            description =
                    "day, gtc, opg, cls, ioc or fok (default: day for shares, gtc for crypto).")
    private @Nullable String timeInForce;

    @Option(
            names = "--hours",
            paramLabel = "HOURS",
            description = "regular, or extended for a limit order (default: regular).")
    private @Nullable String tradingHours;

    @Option(
            names = "--class",
            paramLabel = "CLASS",
            description =
                    "simple, bracket, oco or oto (default: what the exits say; an oco order is a"
                            + " limit order, its take-profit, with --stop-loss).")
    private @Nullable String orderClass;

    @Option(
            names = "--take-profit",
            paramLabel = "PRICE",
            description = "An exit with a profit, which works once the order has filled.")
    private @Nullable String takeProfit;

    @Option(
            names = "--stop-loss",
            paramLabel = "PRICE",
            description = "An exit at a stop, which works once the order has filled.")
    private @Nullable String stopLoss;

    @Option(
            names = "--stop-loss-limit",
            paramLabel = "PRICE",
            description = "The worst price accepted at that stop.")
    private @Nullable String stopLossLimit;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "Your name for this wish: however often you submit it, it is one order.")
    private @Nullable String key;

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            description = "Whose order it is, where several strategies trade on one account.")
    private @Nullable String strategy;

    /** The texts that were given. */
    Map<OrderField, String> texts() {
        Map<OrderField, String> texts = new EnumMap<>(OrderField.class);
        put(texts, OrderField.SYMBOL, symbol);
        put(texts, OrderField.SIDE, side);
        put(texts, OrderField.QTY, qty);
        put(texts, OrderField.CASH, cash);
        put(texts, OrderField.TYPE, type);
        put(texts, OrderField.LIMIT_PRICE, limit);
        put(texts, OrderField.STOP_PRICE, stop);
        put(texts, OrderField.TRAIL_PRICE, trail);
        put(texts, OrderField.TRAIL_PERCENT, trailPercent);
        put(texts, OrderField.TIME_IN_FORCE, timeInForce);
        put(texts, OrderField.TRADING_HOURS, tradingHours);
        put(texts, OrderField.ORDER_CLASS, orderClass);
        put(texts, OrderField.TAKE_PROFIT, takeProfit);
        put(texts, OrderField.STOP_LOSS, stopLoss);
        put(texts, OrderField.STOP_LOSS_LIMIT, stopLossLimit);
        put(texts, OrderField.STRATEGY, strategy);
        put(texts, OrderField.KEY, key);
        return texts;
    }

    private static void put(
            Map<OrderField, String> texts, OrderField field, @Nullable String text) {
        if (text != null) {
            texts.put(field, text);
        }
    }
}
