package dev.lockstep.broker.alpaca.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import org.jspecify.annotations.Nullable;

/** An order as it is sent: decimals as text, so that none of them loses a digit on the way. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WireNewOrder(
        String symbol,
        String qty,
        String side,
        String type,
        @JsonProperty("time_in_force") String timeInForce,
        @JsonProperty("limit_price") @Nullable String limitPrice,
        @JsonProperty("stop_price") @Nullable String stopPrice,
        @JsonProperty("trail_price") @Nullable String trailPrice,
        @JsonProperty("trail_percent") @Nullable String trailPercent,
        @JsonProperty("client_order_id") String clientOrderId) {

    static WireNewOrder of(Order order) {
        return switch (order.terms().type()) {
            case OrderType.Market _ -> of(order, "market", null, null, null, null);
            case OrderType.Limit limit -> of(order, "limit", limit.limitPrice(), null, null, null);
            case OrderType.Stop stop -> of(order, "stop", null, stop.stopPx(), null, null);
            case OrderType.StopLimit both ->
                    of(order, "stop_limit", both.limitPrice(), both.stopPx(), null, null);
            case OrderType.TrailingStop trailing ->
                    switch (trailing.trail()) {
                        case OrderType.Trail.ByPrice by ->
                                of(order, "trailing_stop", null, null, by.offset(), null);
                        case OrderType.Trail.ByPercent by ->
                                of(
                                        order,
                                        "trailing_stop",
                                        null,
                                        null,
                                        null,
                                        by.percent().toPlainString());
                    };
        };
    }

    private static WireNewOrder of(
            Order order,
            String type,
            @Nullable Price limitPrice,
            @Nullable Price stopPx,
            @Nullable Price trailOffset,
            @Nullable String trailPercent) {
        NewOrder terms = order.terms();
        return new WireNewOrder(
                terms.symbol().value(),
                terms.orderQty().toString(),
                word(terms.side()),
                type,
                word(terms.timeInForce()),
                text(limitPrice),
                text(stopPx),
                text(trailOffset),
                trailPercent,
                order.clientOrderId().value());
    }

    private static @Nullable String text(@Nullable Price price) {
        return price == null ? null : price.toString();
    }

    private static String word(Side side) {
        return switch (side) {
            case BUY -> "buy";
            case SELL -> "sell";
        };
    }

    private static String word(TimeInForce timeInForce) {
        return switch (timeInForce) {
            case DAY -> "day";
            case GTC -> "gtc";
            case OPG -> "opg";
            case CLS -> "cls";
            case IOC -> "ioc";
            case FOK -> "fok";
        };
    }
}
