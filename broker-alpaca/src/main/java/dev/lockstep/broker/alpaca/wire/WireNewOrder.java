package dev.lockstep.broker.alpaca.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lockstep.broker.alpaca.wire.json.Keywords;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.TradingHours;
import org.jspecify.annotations.Nullable;

/**
 * Alpaca's JSON format of an order submission. Decimals are sent as text to preserve all digits.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WireNewOrder(
        String symbol,
        @Nullable String qty,
        @Nullable String notional,
        String side,
        String type,
        @JsonProperty("time_in_force") String timeInForce,
        @JsonProperty("limit_price") @Nullable String limitPrice,
        @JsonProperty("stop_price") @Nullable String stopPrice,
        @JsonProperty("trail_price") @Nullable String trailPrice,
        @JsonProperty("trail_percent") @Nullable String trailPercent,
        @JsonProperty("extended_hours") @Nullable Boolean extendedHours,
        @JsonProperty("order_class") @Nullable String orderClass,
        @JsonProperty("take_profit") WireExits.@Nullable TakeProfit takeProfit,
        @JsonProperty("stop_loss") WireExits.@Nullable StopLoss stopLoss,
        @JsonProperty("client_order_id") String clientOrderId) {

    static WireNewOrder of(Order order) {
        NewOrder terms = order.terms();
        WireType type = WireType.of(terms.type());
        WireExits exits = WireExits.of(terms);
        return new WireNewOrder(
                terms.symbol().value(),
                terms.amount() instanceof OrderAmount.ByQuantity by
                        ? by.orderQty().toString()
                        : null,
                terms.amount() instanceof OrderAmount.ByCash by
                        ? by.cashOrderQty().toString()
                        : null,
                Keywords.value(terms.side()),
                type.value(),
                Keywords.value(terms.timeInForce()),
                type.limitPrice(),
                type.stopPrice(),
                type.trailPrice(),
                type.trailPercent(),
                terms.tradingHours() == TradingHours.EXTENDED ? Boolean.TRUE : null,
                exits.orderClass(),
                exits.takeProfit(),
                exits.stopLoss(),
                order.clientOrderId().value());
    }
}
