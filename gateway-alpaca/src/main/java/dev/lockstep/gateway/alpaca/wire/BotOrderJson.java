package dev.lockstep.gateway.alpaca.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.TradingHours;
import dev.lockstep.domain.order.WorkingTerms;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** JSON of an order in Alpaca's format: every key is present, an absent value is null. */
public final class BotOrderJson {
    private final Function<Symbol, Optional<String>> assetIds;

    /**
     * Creates the format.
     *
     * @param assetIds the venue's ids of instruments
     */
    public BotOrderJson(Function<Symbol, Optional<String>> assetIds) {
        this.assetIds = assetIds;
    }

    /** Returns the JSON of an order with its legs. */
    public ObjectNode of(ShownOrder shown) {
        Order order = shown.order();
        ObjectNode json = WireJson.object();
        json.put("id", order.id().value());
        json.put("client_order_id", shown.clientOrderId());
        times(json, order);
        json.put("replaced_by", text(shown.replacedBy()));
        json.put("replaces", text(order.replaces()));
        instrument(json, order.terms().symbol());
        amounts(json, order);
        json.put("order_class", OrderWords.orderClass(shown.orderClass()));
        terms(json, order.terms());
        json.put("status", OrderWords.status(order.status()));
        json.put("extended_hours", order.terms().tradingHours() == TradingHours.EXTENDED);
        legs(json, shown);
        trail(json, order.terms().type());
        json.putNull("hwm");
        json.putNull("position_intent");
        json.putNull("ratio_qty");
        json.putNull("subtag");
        json.put("source", "lockstep");
        return json;
    }

    private void legs(ObjectNode json, ShownOrder shown) {
        if (shown.legs().isEmpty()) {
            json.putNull("legs");
            return;
        }
        ArrayNode legs = json.putArray("legs");
        shown.legs().forEach(leg -> legs.add(of(leg)));
    }

    private static void times(ObjectNode json, Order order) {
        json.put("created_at", order.createdAt().toString());
        json.put("updated_at", order.updatedAt().toString());
        json.put("submitted_at", order.createdAt().toString());
        json.put("filled_at", ended(order, OrderStatus.FILLED));
        json.put("expired_at", ended(order, OrderStatus.EXPIRED));
        json.putNull("expires_at");
        json.put("canceled_at", ended(order, OrderStatus.CANCELED));
        json.put("failed_at", failed(order) ? at(order).toString() : null);
        json.put("replaced_at", ended(order, OrderStatus.REPLACED));
    }

    private static boolean failed(Order order) {
        return OrderWords.status(order.status()).equals("rejected");
    }

    private static @Nullable String ended(Order order, OrderStatus status) {
        return order.status() == status ? at(order).toString() : null;
    }

    private static Instant at(Order order) {
        Instant transactTime = order.state().transactTime();
        return transactTime == null ? order.updatedAt() : transactTime;
    }

    private void instrument(ObjectNode json, Symbol symbol) {
        json.put("asset_id", assetIds.apply(symbol).orElse(null));
        json.put("symbol", symbol.value());
        json.put("asset_class", OrderWords.assetClass(symbol.assetClass()));
    }

    private static void amounts(ObjectNode json, Order order) {
        boolean byCash = order.terms().amount() instanceof OrderAmount.ByCash;
        json.put(
                "notional",
                order.terms().amount() instanceof OrderAmount.ByCash(var cash)
                        ? cash.toString()
                        : null);
        json.put("qty", byCash ? null : text(order.terms().orderQty()));
        json.put("filled_qty", order.cumQty().toString());
        json.put("filled_avg_price", order.cumQty().zero() ? null : text(order.avgPx()));
    }

    private static void terms(ObjectNode json, NewOrder terms) {
        WorkingTerms prices = WorkingTerms.of(terms);
        json.put("order_type", OrderWords.type(terms.type()));
        json.put("type", OrderWords.type(terms.type()));
        json.put("side", OrderWords.word(terms.side()));
        json.put("time_in_force", OrderWords.word(terms.timeInForce()));
        json.put("limit_price", text(prices.limitPrice()));
        json.put("stop_price", text(prices.stopPx()));
    }

    private static void trail(ObjectNode json, OrderType type) {
        json.putNull("trail_percent");
        json.putNull("trail_price");
        if (type instanceof OrderType.TrailingStop(OrderType.Trail trail)) {
            switch (trail) {
                case OrderType.Trail.ByPrice(var offset) ->
                        json.put("trail_price", offset.toString());
                case OrderType.Trail.ByPercent(var percent) ->
                        json.put("trail_percent", percent.toPlainString());
            }
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
