package dev.lockstep.broker.alpaca.wire;

import dev.lockstep.broker.alpaca.wire.json.JsonFields;
import dev.lockstep.broker.alpaca.wire.json.UnreadableException;
import dev.lockstep.domain.money.BoundedDecimal;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.OrderType.Limit;
import dev.lockstep.domain.order.OrderType.Market;
import dev.lockstep.domain.order.OrderType.Stop;
import dev.lockstep.domain.order.OrderType.StopLimit;
import dev.lockstep.domain.order.OrderType.Trail;
import dev.lockstep.domain.order.OrderType.TrailingStop;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Mapper between an order type and Alpaca's type and price fields. */
record WireType(
        String value,
        @Nullable String limitPrice,
        @Nullable String stopPrice,
        @Nullable String trailPrice,
        @Nullable String trailPercent) {

    static WireType of(OrderType type) {
        return switch (type) {
            case Market _ -> new WireType("market", null, null, null, null);
            case Limit(Price limit) -> new WireType("limit", limit.toString(), null, null, null);
            case Stop(Price stop) -> new WireType("stop", null, stop.toString(), null, null);
            case StopLimit(Price stop, Price limit) ->
                    new WireType("stop_limit", limit.toString(), stop.toString(), null, null);
            case TrailingStop(Trail.ByPrice(Price offset)) ->
                    new WireType("trailing_stop", null, null, offset.toString(), null);
            case TrailingStop(Trail.ByPercent(BigDecimal percent)) ->
                    new WireType("trailing_stop", null, null, null, percent.toPlainString());
        };
    }

    OrderType type() throws UnreadableException {
        return switch (value) {
            case "market" -> new Market();
            case "limit" -> new Limit(price("limit_price", limitPrice));
            case "stop" -> new Stop(price("stop_price", stopPrice));
            case "stop_limit" ->
                    new StopLimit(price("stop_price", stopPrice), price("limit_price", limitPrice));
            case "trailing_stop" ->
                    new TrailingStop(
                            trailPercent == null
                                    ? new Trail.ByPrice(price("trail_price", trailPrice))
                                    : new Trail.ByPercent(
                                            BoundedDecimal.parse("trail_percent", trailPercent)));
            default -> throw new UnreadableException("unknown type: " + value);
        };
    }

    private static Price price(String field, @Nullable String text) throws UnreadableException {
        return Price.of(JsonFields.required(field, text));
    }
}
