package dev.lockstep.app.form;

import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.ShownValue;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an order request as text, flat as a program or a file has them. An answer with an
 * order has the same fields, so that they can be sent as a request again. Null is absent; a request
 * of blanks only counts as absent too.
 *
 * @param symbol such as {@code AAPL}
 * @param side {@code buy} or {@code sell}
 * @param qty shares or coins
 * @param notional dollars, instead of a quantity
 * @param type such as {@code limit}
 * @param limitPrice dollars
 * @param stopPrice dollars
 * @param trailPrice dollars behind the best price
 * @param trailPercent percent behind the best price
 * @param timeInForce such as {@code day}
 * @param tradingHours {@code regular} or {@code extended}
 * @param orderClass such as {@code bracket}
 * @param takeProfit the limit price of that exit
 * @param stopLoss the stop price of that exit
 * @param stopLossLimit the limit price of that exit
 * @param strategy the strategy that owns the order
 * @param key the idempotency key
 */
public record OrderForm(
        @Nullable String symbol,
        @Nullable String side,
        @Nullable String qty,
        @Nullable String notional,
        @Nullable String type,
        @Nullable String limitPrice,
        @Nullable String stopPrice,
        @Nullable String trailPrice,
        @Nullable String trailPercent,
        @Nullable String timeInForce,
        @Nullable String tradingHours,
        @Nullable String orderClass,
        @Nullable String takeProfit,
        @Nullable String stopLoss,
        @Nullable String stopLossLimit,
        @Nullable String strategy,
        @Nullable String key) {

    /** Returns the fields of an order. */
    public static OrderForm of(NewOrder terms, @Nullable IdempotencyKey key) {
        OrderType type = terms.type();
        OrderClass exits = terms.orderClass();
        return new OrderForm(
                terms.symbol().value(),
                ShownValue.of(terms.side()),
                text(terms.orderQty()),
                terms.amount() instanceof OrderAmount.ByCash(var cash) ? cash.toString() : null,
                type.word(),
                text(limitPrice(type)),
                text(stopPrice(type)),
                trail(type) instanceof OrderType.Trail.ByPrice byPrice ? byPrice.toString() : null,
                trail(type) instanceof OrderType.Trail.ByPercent part ? part.toString() : null,
                ShownValue.of(terms.timeInForce()),
                ShownValue.of(terms.tradingHours()),
                exits.word(),
                profit(exits) instanceof ExitLeg.TakeProfit profit
                        ? text(profit.limitPrice())
                        : null,
                loss(exits) instanceof ExitLeg.StopLoss loss ? text(loss.stopPx()) : null,
                loss(exits) instanceof ExitLeg.StopLoss loss ? text(loss.limitPrice()) : null,
                text(terms.strategy()),
                text(key));
    }

    /**
     * Reads the request.
     *
     * @throws InvalidValueException for the first field that is missing or wrong
     */
    public OrderRequest read() {
        Map<OrderField, String> texts = new EnumMap<>(OrderField.class);
        for (OrderField field : OrderField.values()) {
            String text = of(field);
            if (text != null) {
                texts.put(field, OrderRequestParser.written(field, text));
            }
        }
        return new OrderRequestParser(texts).read();
    }

    private @Nullable String of(OrderField field) {
        return switch (field) {
            case SYMBOL -> symbol;
            case SIDE -> side;
            case QTY -> qty;
            case NOTIONAL -> notional;
            case TYPE -> type;
            case LIMIT_PRICE -> limitPrice;
            case STOP_PRICE -> stopPrice;
            case TRAIL_PRICE -> trailPrice;
            case TRAIL_PERCENT -> trailPercent;
            case TIME_IN_FORCE -> timeInForce;
            case TRADING_HOURS -> tradingHours;
            case ORDER_CLASS -> orderClass;
            case TAKE_PROFIT -> takeProfit;
            case STOP_LOSS -> stopLoss;
            case STOP_LOSS_LIMIT -> stopLossLimit;
            case STRATEGY -> strategy;
            case KEY -> key;
        };
    }

    private static @Nullable Price limitPrice(OrderType type) {
        return switch (type) {
            case OrderType.Limit(Price limit) -> limit;
            case OrderType.StopLimit(_, Price limit) -> limit;
            case OrderType.Market _, OrderType.Stop _, OrderType.TrailingStop _ -> null;
        };
    }

    private static @Nullable Price stopPrice(OrderType type) {
        return switch (type) {
            case OrderType.Stop(Price stop) -> stop;
            case OrderType.StopLimit(Price stop, _) -> stop;
            case OrderType.Market _, OrderType.Limit _, OrderType.TrailingStop _ -> null;
        };
    }

    private static OrderType.@Nullable Trail trail(OrderType type) {
        return type instanceof OrderType.TrailingStop(OrderType.Trail trail) ? trail : null;
    }

    private static @Nullable ExitLeg profit(OrderClass exits) {
        return switch (exits) {
            case OrderClass.Bracket(ExitLeg.TakeProfit profit, _) -> profit;
            case OrderClass.OneTriggersOther(ExitLeg exit) -> exit;
            case OrderClass.Simple _, OrderClass.OneCancelsOther _ -> null;
        };
    }

    private static @Nullable ExitLeg loss(OrderClass exits) {
        return switch (exits) {
            case OrderClass.Bracket(_, ExitLeg.StopLoss loss) -> loss;
            case OrderClass.OneCancelsOther(ExitLeg.StopLoss loss) -> loss;
            case OrderClass.OneTriggersOther(ExitLeg exit) -> exit;
            case OrderClass.Simple _ -> null;
        };
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
