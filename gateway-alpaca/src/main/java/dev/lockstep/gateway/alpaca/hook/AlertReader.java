package dev.lockstep.gateway.alpaca.hook;

import dev.lockstep.domain.access.HookField;
import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.TradingHours;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.gateway.alpaca.wire.OrderWords;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what an alert requests; an invalid value is named with what is allowed. */
final class AlertReader {
    private static final Set<String> CLOSES = Set.of("close", "exit", "flat");
    private static final String FLAT = "flat";

    private final Function<String, Symbol> symbols;
    private final AlertSize size;

    /**
     * Creates a reader.
     *
     * @param symbols finds the symbol of a text
     */
    AlertReader(Function<String, Symbol> symbols, AlertSize size) {
        this.symbols = symbols;
        this.size = size;
    }

    /**
     * Reads a request.
     *
     * @throws InvalidValueException if a value is absent or invalid
     */
    AlertRequest read(AlertFields fields, StrategyId strategy) {
        Symbol symbol = symbol(fields.required(HookField.SYMBOL, "a symbol such as AAPL"));
        String position = fields.text(HookField.MARKET_POSITION);
        String action =
                FLAT.equalsIgnoreCase(position)
                        ? FLAT
                        : fields.required(HookField.ACTION, "buy, sell, close, exit or flat")
                                .toLowerCase(Locale.ROOT);
        if (CLOSES.contains(action)) {
            return new AlertRequest.Close(symbol, part(fields));
        }
        OrderType type = type(fields);
        return new AlertRequest.Submit(
                new NewOrder(
                        symbol,
                        side(action),
                        size.amount(fields, symbol, strategy),
                        type,
                        timeInForce(fields, symbol),
                        TradingHours.REGULAR,
                        new OrderClass.Simple(),
                        strategy));
    }

    /** TradingView's tickers may have the exchange before them, such as {@code NASDAQ:AAPL}. */
    private Symbol symbol(String text) {
        return symbols.apply(text.substring(text.indexOf(':') + 1));
    }

    private static Side side(String action) {
        return switch (action) {
            case "buy" -> Side.BUY;
            case "sell" -> Side.SELL;
            default ->
                    throw new InvalidValueException(
                            HookField.ACTION.word(), action, "buy, sell, close, exit or flat");
        };
    }

    private static ClosePart part(AlertFields fields) {
        BigDecimal percent = fields.positive(HookField.POSITION_PERCENT);
        if (percent == null || percent.compareTo(AlertSize.HUNDRED) == 0) {
            return new ClosePart.Whole();
        }
        try {
            return new ClosePart.ByPercentage(percent);
        } catch (InvalidValueException wrong) {
            throw wrong.in(HookField.POSITION_PERCENT.word());
        }
    }

    private static OrderType type(AlertFields fields) {
        boolean limit = fields.has(HookField.LIMIT_PRICE);
        boolean stop = fields.has(HookField.STOP_PRICE);
        String text = fields.text(HookField.TYPE);
        return type(
                fields,
                text == null
                        ? (stop ? (limit ? "stop_limit" : "stop") : (limit ? "limit" : "market"))
                        : text.toLowerCase(Locale.ROOT).replace(' ', '_'));
    }

    private static OrderType type(AlertFields fields, String word) {
        return switch (word) {
            case "market" -> {
                requireNone(fields, HookField.LIMIT_PRICE, word);
                requireNone(fields, HookField.STOP_PRICE, word);
                yield new OrderType.Market();
            }
            case "limit" -> {
                requireNone(fields, HookField.STOP_PRICE, word);
                yield new OrderType.Limit(price(fields, HookField.LIMIT_PRICE));
            }
            case "stop" -> {
                requireNone(fields, HookField.LIMIT_PRICE, word);
                yield new OrderType.Stop(price(fields, HookField.STOP_PRICE));
            }
            case "stop_limit" ->
                    new OrderType.StopLimit(
                            price(fields, HookField.STOP_PRICE),
                            price(fields, HookField.LIMIT_PRICE));
            default ->
                    throw new InvalidValueException(
                            HookField.TYPE.word(), word, "market, limit, stop or stop_limit");
        };
    }

    /** A price that would be ignored may have been meant. */
    private static void requireNone(AlertFields fields, HookField field, String type) {
        BigDecimal value = fields.positive(field);
        if (value != null) {
            throw new InvalidValueException(field.word(), value, "none for a " + type + " order");
        }
    }

    private static Price price(AlertFields fields, HookField field) {
        BigDecimal value = fields.positive(field);
        if (value == null) {
            throw new InvalidValueException(field.word(), "absent", "a price for this type");
        }
        try {
            return new Price(value);
        } catch (InvalidValueException wrong) {
            throw wrong.in(field.word());
        }
    }

    private static TimeInForce timeInForce(AlertFields fields, Symbol symbol) {
        String text = fields.text(HookField.TIME_IN_FORCE);
        if (text == null) {
            return symbol.assetClass() == AssetClass.CRYPTO ? TimeInForce.GTC : TimeInForce.DAY;
        }
        return Arrays.stream(TimeInForce.values())
                .filter(each -> each.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidValueException(
                                HookField.TIME_IN_FORCE.word(),
                                text,
                                Arrays.stream(TimeInForce.values())
                                        .map(OrderWords::word)
                                        .collect(Collectors.joining(", "))));
    }
}
