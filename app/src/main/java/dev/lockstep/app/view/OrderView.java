package dev.lockstep.app.view;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.TradingHours;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Orders, for people and as JSON. In JSON prices and quantities are strings, because they are
 * exact; counts are numbers; a missing value is null.
 */
public final class OrderView {
    private OrderView() {}

    /** Returns the table for people. */
    public static Table table() {
        return new Table(
                "order",
                "symbol",
                "side",
                "qty",
                "type",
                "tif",
                "status",
                "filled",
                "avg price",
                "updated");
    }

    /** Adds a line to the table. */
    public static void addRow(Table table, Order order) {
        NewOrder terms = order.terms();
        table.row(
                order.id(),
                terms.symbol(),
                word(terms.side()),
                described(terms.amount()),
                described(terms.type()),
                word(terms.timeInForce()),
                order.status(),
                order.cumQty(),
                orEmpty(order.avgPx()),
                order.updatedAt());
    }

    /** Returns one line such as {@code buy 10 AAPL limit 189.5 day}. */
    public static String described(NewOrder terms) {
        return word(terms.side())
                + " "
                + described(terms.amount())
                + " "
                + terms.symbol()
                + " "
                + described(terms.type())
                + " "
                + word(terms.timeInForce())
                + (terms.tradingHours() == TradingHours.EXTENDED ? " extended hours" : "")
                + described(terms.orderClass())
                + (terms.strategy() == null ? "" : ", of " + terms.strategy());
    }

    /** Returns a quantity, or dollars with their sign. */
    public static String described(OrderAmount amount) {
        return switch (amount) {
            case OrderAmount.ByQuantity(Quantity orderQty) -> orderQty.toString();
            case OrderAmount.ByCash(Money cash) -> CellFormat.UTC.text(cash);
        };
    }

    private static String described(OrderClass orderClass) {
        return switch (orderClass) {
            case OrderClass.Simple _ -> "";
            case OrderClass.Bracket(var profit, var loss) -> described(profit) + described(loss);
            case OrderClass.OneCancelsOther(var loss) -> " oco" + described(loss);
            case OrderClass.OneTriggersOther(var exit) -> described(exit);
        };
    }

    private static String described(ExitLeg exit) {
        return switch (exit) {
            case ExitLeg.TakeProfit(Price limit) -> ", take profit " + limit;
            case ExitLeg.StopLoss(Price stop, Price limit) ->
                    ", stop loss " + stop + (limit == null ? "" : " limit " + limit);
        };
    }

    /** Describes a type briefly. */
    public static String described(OrderType type) {
        return switch (type) {
            case OrderType.Market _ -> "market";
            case OrderType.Limit limit -> "limit " + limit.limitPrice();
            case OrderType.Stop stop -> "stop " + stop.stopPx();
            case OrderType.StopLimit both ->
                    "stop " + both.stopPx() + " limit " + both.limitPrice();
            case OrderType.TrailingStop trailing -> "trail " + described(trailing.trail());
        };
    }

    private static String described(OrderType.Trail trail) {
        return switch (trail) {
            case OrderType.Trail.ByPrice byPrice -> byPrice.offset().toString();
            case OrderType.Trail.ByPercent byPercent -> byPercent.percent().toPlainString() + "%";
        };
    }

    /** Returns the JSON for programs. */
    public static ObjectNode json(Order order) {
        ObjectNode node = terms(order.terms());
        node.put("id", order.id().value());
        node.put("clientOrderId", order.clientOrderId().value());
        node.put("key", order.idempotencyKey().value());
        node.put("purpose", order.purpose().kind().name());
        node.put("parent", text(order.parent()));
        node.put("replaces", text(order.replaces()));
        node.put("status", order.status().name());
        node.put("brokerOrderId", text(order.brokerOrderId()));
        node.put("brokerStatus", order.state().brokerStatus());
        node.put("filledQty", order.cumQty().toString());
        node.put("remainingQty", text(order.leavesQty()));
        node.put("avgFillPrice", text(order.avgPx()));
        node.put("cancelRequested", order.state().cancelWanted());
        node.put("text", order.state().text());
        node.put("brokerUpdatedAt", text(order.state().transactTime()));
        node.put("createdAt", order.createdAt().toString());
        node.put("updatedAt", order.updatedAt().toString());
        node.put("version", order.version());
        return node;
    }

    /** Returns the terms as JSON. */
    public static ObjectNode terms(NewOrder terms) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("symbol", terms.symbol().value());
        node.put("side", word(terms.side()));
        node.put("qty", text(terms.orderQty()));
        node.put(
                "notional",
                terms.amount() instanceof OrderAmount.ByCash(Money cash) ? cash.toString() : null);
        node.put("timeInForce", word(terms.timeInForce()));
        Prices prices = Prices.of(terms.type());
        node.put("type", prices.type());
        node.put("limitPrice", prices.limitPrice());
        node.put("stopPrice", prices.stopPrice());
        node.put("trailPrice", prices.trailPrice());
        node.put("trailPercent", prices.trailPercent());
        node.put("tradingHours", word(terms.tradingHours()));
        Exits exits = Exits.of(terms.orderClass());
        node.put("orderClass", exits.orderClass());
        node.put("takeProfit", exits.takeProfit());
        node.put("stopLoss", exits.stopLoss());
        node.put("stopLossLimit", exits.stopLossLimit());
        node.put("strategy", text(terms.strategy()));
        return node;
    }

    /** Returns the JSON for programs. */
    public static ObjectNode json(OrderEvent event) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("version", event.version());
        node.put("at", event.at().toString());
        node.put("status", event.state().status().name());
        node.put("filledQty", event.state().cumQty().toString());
        node.put("text", event.state().text());
        node.put("source", event.evidence().source().name());
        node.put("summary", event.evidence().summary());
        node.put("requestId", event.evidence().requestId());
        node.put("payload", event.evidence().payload());
        return node;
    }

    /** Returns the text; empty for null. */
    public static String orEmpty(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** Returns a constant in small letters. */
    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** The exits that a class has, side by side as {@link Prices} are. */
    private record Exits(
            String orderClass,
            @Nullable String takeProfit,
            @Nullable String stopLoss,
            @Nullable String stopLossLimit) {
        static Exits of(OrderClass orderClass) {
            return switch (orderClass) {
                case OrderClass.Simple _ -> new Exits("simple", null, null, null);
                case OrderClass.Bracket(
                                ExitLeg.TakeProfit(Price profit),
                                ExitLeg.StopLoss(Price stop, Price limit)) ->
                        new Exits("bracket", profit.toString(), stop.toString(), text(limit));
                case OrderClass.OneCancelsOther(ExitLeg.StopLoss(Price stop, Price limit)) ->
                        new Exits("oco", null, stop.toString(), text(limit));
                case OrderClass.OneTriggersOther(ExitLeg.TakeProfit(Price profit)) ->
                        new Exits("oto", profit.toString(), null, null);
                case OrderClass.OneTriggersOther(ExitLeg.StopLoss(Price stop, Price limit)) ->
                        new Exits("oto", null, stop.toString(), text(limit));
            };
        }
    }

    /**
     * The prices that a type has, side by side as a flat record of a file or a program has them.
     */
    private record Prices(
            String type,
            @Nullable String limitPrice,
            @Nullable String stopPrice,
            @Nullable String trailPrice,
            @Nullable String trailPercent) {
        static Prices of(OrderType type) {
            return switch (type) {
                case OrderType.Market _ -> new Prices("market", null, null, null, null);
                case OrderType.Limit limit ->
                        new Prices("limit", limit.limitPrice().toString(), null, null, null);
                case OrderType.Stop stop ->
                        new Prices("stop", null, stop.stopPx().toString(), null, null);
                case OrderType.StopLimit both ->
                        new Prices(
                                "stop_limit",
                                both.limitPrice().toString(),
                                both.stopPx().toString(),
                                null,
                                null);
                case OrderType.TrailingStop trailing -> of(trailing.trail());
            };
        }

        private static Prices of(OrderType.Trail trail) {
            return switch (trail) {
                case OrderType.Trail.ByPrice byPrice ->
                        new Prices("trailing_stop", null, null, byPrice.offset().toString(), null);
                case OrderType.Trail.ByPercent byPercent ->
                        new Prices(
                                "trailing_stop",
                                null,
                                null,
                                null,
                                byPercent.percent().toPlainString());
            };
        }
    }
}
