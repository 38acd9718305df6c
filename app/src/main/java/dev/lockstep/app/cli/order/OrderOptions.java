package dev.lockstep.app.cli.order;

import dev.lockstep.app.form.OrderField;
import dev.lockstep.app.form.OrderRequestParser;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The fields of one order as options; what they mean is for the form to read. */
final class OrderOptions {
    @Option(
            names = "--symbol",
            paramLabel = "SYMBOL",
            description = "Symbol, such as AAPL or BTC/USD.")
    private @Nullable String symbol;

    @Option(names = "--side", paramLabel = "SIDE", description = "buy or sell.")
    private @Nullable String side;

    @Option(
            names = "--qty",
            paramLabel = "QTY",
            description = "Number of shares or coins, such as 10.")
    private @Nullable String qty;

    @Option(
            names = "--notional",
            paramLabel = "DOLLARS",
            description = "Dollar amount to trade, instead of --qty.")
    private @Nullable String notional;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description =
                    "market, limit, stop, stop_limit or trailing_stop (default: follows"
                            + " from the prices given).")
    private @Nullable String type;

    @Option(names = "--limit-price", paramLabel = "PRICE", description = "Limit price.")
    private @Nullable String limitPrice;

    @Option(names = "--stop-price", paramLabel = "PRICE", description = "Stop price.")
    private @Nullable String stopPrice;

    @Option(
            names = "--trail-price",
            paramLabel = "PRICE",
            description = "Distance of a trailing stop from the market, in dollars.")
    private @Nullable String trailPrice;

    @Option(
            names = "--trail-percent",
            paramLabel = "PERCENT",
            description = "Distance of a trailing stop from the market, in percent.")
    private @Nullable String trailPercent;

    @Option(
            names = "--time-in-force",
            paramLabel = "WORD",
            description =
                    "Time in force: day, gtc, opg, cls, ioc or fok (default: day for "
                            + "shares, gtc for crypto).")
    private @Nullable String timeInForce;

    @Option(
            names = "--trading-hours",
            paramLabel = "HOURS",
            description =
                    "Trading hours: regular, or extended for a limit order (default: "
                            + "regular).")
    private @Nullable String tradingHours;

    @Option(
            names = "--order-class",
            paramLabel = "CLASS",
            description =
                    "simple, bracket, oco or oto (default: follows from the exits "
                            + "given). The limit price of an oco order is its take-profit; it "
                            + "needs --stop-loss.")
    private @Nullable String orderClass;

    @Option(
            names = "--take-profit",
            paramLabel = "PRICE",
            description =
                    "Limit price of a take-profit exit, which works once the order has "
                            + "filled.")
    private @Nullable String takeProfit;

    @Option(
            names = "--stop-loss",
            paramLabel = "PRICE",
            description =
                    "Stop price of a stop-loss exit, which works once the order has " + "filled.")
    private @Nullable String stopLoss;

    @Option(
            names = "--stop-loss-limit",
            paramLabel = "PRICE",
            description =
                    "Limit price of the stop-loss exit (default: a market order at the " + "stop).")
    private @Nullable String stopLossLimit;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "Idempotency key: repeated submits with one key make one order.")
    private @Nullable String key;

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            description =
                    "Strategy that owns the order, if several strategies trade on one "
                            + "account.")
    private @Nullable String strategy;

    /** Returns the texts that were given. */
    Map<OrderField, String> texts() {
        Map<OrderField, String> texts = new EnumMap<>(OrderField.class);
        put(texts, OrderField.SYMBOL, symbol);
        put(texts, OrderField.SIDE, side);
        put(texts, OrderField.QTY, qty);
        put(texts, OrderField.NOTIONAL, notional);
        put(texts, OrderField.TYPE, type);
        put(texts, OrderField.LIMIT_PRICE, limitPrice);
        put(texts, OrderField.STOP_PRICE, stopPrice);
        put(texts, OrderField.TRAIL_PRICE, trailPrice);
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
            texts.put(field, OrderRequestParser.written(field, text));
        }
    }
}
