package dev.lockstep.app.form;

import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.BoundedDecimal;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.TradingHours;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.ShownValue;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parses one order request; errors name each field as the user wrote it. */
public final class OrderRequestParser {
    private static final Set<OrderField> PRICES =
            Set.of(
                    OrderField.LIMIT_PRICE,
                    OrderField.STOP_PRICE,
                    OrderField.TRAIL_PRICE,
                    OrderField.TRAIL_PERCENT);

    private final Map<OrderField, String> texts = new EnumMap<>(OrderField.class);

    /**
     * Takes what was written.
     *
     * @param texts the text of each field; a blank one, as in the cell of a table, counts as not
     *     written
     */
    public OrderRequestParser(Map<OrderField, String> texts) {
        texts.forEach((field, text) -> {
            if (!text.isBlank()) {
                this.texts.put(field, text.strip());
            }
        });
    }

    /**
     * Reads the form.
     *
     * @throws InvalidValueException for the first field that is missing or wrong
     */
    public OrderRequest read() {
        Symbol symbol = required(OrderField.SYMBOL, Symbol::typed);
        Side side = required(OrderField.SIDE, text -> word(OrderField.SIDE, Side.class, text));
        NewOrder terms =
                new NewOrder(
                        symbol,
                        side,
                        amount(),
                        type(),
                        timeInForce(symbol),
                        tradingHours(),
                        new ExitsForm(this).read(),
                        optional(OrderField.STRATEGY, StrategyId::new).orElse(null));
        return new OrderRequest(terms, optional(OrderField.KEY, IdempotencyKey::new));
    }

    private OrderAmount amount() {
        String notional = texts.get(OrderField.NOTIONAL);
        if (notional == null) {
            return required(
                    OrderField.QTY,
                    text -> new OrderAmount.ByQuantity(Quantity.requested("qty", text)));
        }
        if (texts.containsKey(OrderField.QTY)) {
            throw new InvalidValueException(
                    OrderField.NOTIONAL.label(), notional, "either qty or notional");
        }
        return required(OrderField.NOTIONAL, text -> new OrderAmount.ByCash(Money.of(text)));
    }

    private TradingHours tradingHours() {
        return optional(
                        OrderField.TRADING_HOURS,
                        text -> word(OrderField.TRADING_HOURS, TradingHours.class, text))
                .orElse(TradingHours.REGULAR);
    }

    private OrderType type() {
        TypeWord word =
                optional(OrderField.TYPE, text -> word(OrderField.TYPE, TypeWord.class, text))
                        .orElseGet(this::impliedType);
        refuseOthers(word);
        return switch (word) {
            case MARKET -> new OrderType.Market();
            case LIMIT -> new OrderType.Limit(price(OrderField.LIMIT_PRICE));
            case STOP -> new OrderType.Stop(price(OrderField.STOP_PRICE));
            case STOP_LIMIT ->
                    new OrderType.StopLimit(
                            price(OrderField.STOP_PRICE), price(OrderField.LIMIT_PRICE));
            case TRAILING_STOP -> new OrderType.TrailingStop(trail());
        };
    }

    /** Derives the type from the prices given. */
    private TypeWord impliedType() {
        boolean limit = texts.containsKey(OrderField.LIMIT_PRICE);
        boolean stop = texts.containsKey(OrderField.STOP_PRICE);
        if (texts.containsKey(OrderField.TRAIL_PRICE)
                || texts.containsKey(OrderField.TRAIL_PERCENT)) {
            return TypeWord.TRAILING_STOP;
        }
        if (stop) {
            return limit ? TypeWord.STOP_LIMIT : TypeWord.STOP;
        }
        return limit ? TypeWord.LIMIT : TypeWord.MARKET;
    }

    /** A price that the type does not use is a mistake, and guessing which half of it is worse. */
    private void refuseOthers(TypeWord word) {
        EnumSet<OrderField> unused = EnumSet.copyOf(PRICES);
        unused.removeAll(word.prices());
        for (OrderField field : unused) {
            String text = texts.get(field);
            if (text != null) {
                throw new InvalidValueException(
                        field.label(), text, "none for a " + ShownValue.of(word) + " order");
            }
        }
    }

    private OrderType.Trail trail() {
        String byPrice = texts.get(OrderField.TRAIL_PRICE);
        String byPercent = texts.get(OrderField.TRAIL_PERCENT);
        if ((byPrice == null) == (byPercent == null)) {
            throw new InvalidValueException(
                    OrderField.TRAIL_PRICE.label(),
                    byPrice == null ? "missing" : byPrice,
                    "either trailPrice or trailPercent");
        }
        return byPercent == null
                ? new OrderType.Trail.ByPrice(price(OrderField.TRAIL_PRICE))
                : required(OrderField.TRAIL_PERCENT, OrderRequestParser::percent);
    }

    private static OrderType.Trail percent(String text) {
        return new OrderType.Trail.ByPercent(BoundedDecimal.parse("trailPercent", text));
    }

    /**
     * Returns the time in force; crypto has no trading day, so its default differs from that of
     * shares.
     */
    private TimeInForce timeInForce(Symbol symbol) {
        return optional(
                        OrderField.TIME_IN_FORCE,
                        text -> word(OrderField.TIME_IN_FORCE, TimeInForce.class, text))
                .orElse(
                        symbol.assetClass() == AssetClass.CRYPTO
                                ? TimeInForce.GTC
                                : TimeInForce.DAY);
    }

    private Price price(OrderField field) {
        return required(field, Price::of);
    }

    <T> T required(OrderField field, Function<String, T> reading) {
        return optional(field, reading)
                .orElseThrow(
                        () -> new InvalidValueException(field.label(), "missing", rule(field)));
    }

    <T> Optional<T> optional(OrderField field, Function<String, T> reading) {
        String text = texts.get(field);
        try {
            return Optional.ofNullable(text).map(reading);
        } catch (InvalidValueException wrong) {
            throw wrong.in(field.label());
        }
    }

    /**
     * Refuses a blank text where a field that is not wanted can be left out: it comes from a
     * variable that was never set, and without its key or its limit the order would be another one.
     */
    public static String written(OrderField field, String text) {
        if (text.isBlank()) {
            throw new InvalidValueException(field.label(), "empty", rule(field));
        }
        return text;
    }

    /** Returns an optional text without blanks around it; null if it is absent. */
    public static @Nullable String given(OrderField field, @Nullable String text) {
        return text == null ? null : written(field, text).strip();
    }

    private static String rule(OrderField field) {
        return switch (field) {
            case SYMBOL -> "a symbol such as AAPL or BTC/USD";
            case SIDE -> words(Side.class);
            case QTY -> "a quantity > 0, or notional";
            case NOTIONAL -> "dollars > 0";
            case TRADING_HOURS -> words(TradingHours.class);
            case ORDER_CLASS -> words(ExitsForm.ClassWord.class);
            case TAKE_PROFIT, STOP_LOSS, STOP_LOSS_LIMIT -> "a price > 0 for this order class";
            case TYPE -> words(TypeWord.class);
            case LIMIT_PRICE, STOP_PRICE, TRAIL_PRICE -> "a price > 0 for this type";
            case TRAIL_PERCENT -> "> 0 and < 100";
            case TIME_IN_FORCE -> words(TimeInForce.class);
            case STRATEGY -> "1 to 64 letters, digits, '.', '_' and '-'";
            case KEY -> "1 to 128 printable characters";
        };
    }

    public static <E extends Enum<E>> E word(OrderField field, Class<E> words, String text) {
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> ShownValue.of(word).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(field.label(), text, words(words)));
    }

    private static <E extends Enum<E>> String words(Class<E> words) {
        return Arrays.stream(words.getEnumConstants())
                .map(ShownValue::of)
                .collect(Collectors.joining(", "));
    }

    private enum TypeWord {
        MARKET,
        LIMIT,
        STOP,
        STOP_LIMIT,
        TRAILING_STOP;

        Set<OrderField> prices() {
            return switch (this) {
                case MARKET -> EnumSet.noneOf(OrderField.class);
                case LIMIT -> EnumSet.of(OrderField.LIMIT_PRICE);
                case STOP -> EnumSet.of(OrderField.STOP_PRICE);
                case STOP_LIMIT -> EnumSet.of(OrderField.STOP_PRICE, OrderField.LIMIT_PRICE);
                case TRAILING_STOP -> EnumSet.of(OrderField.TRAIL_PRICE, OrderField.TRAIL_PERCENT);
            };
        }
    }
}
