package dev.lockstep.broker.alpaca.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lockstep.broker.alpaca.wire.json.Keywords;
import dev.lockstep.domain.order.Replacement;
import org.jspecify.annotations.Nullable;

/** Alpaca's JSON format of a replacement; always contains the total quantity. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WireReplacement(
        String qty,
        @JsonProperty("time_in_force") String timeInForce,
        @JsonProperty("limit_price") @Nullable String limitPrice,
        @JsonProperty("stop_price") @Nullable String stopPrice,
        @Nullable String trail,
        @JsonProperty("client_order_id") String clientOrderId) {

    static WireReplacement of(Replacement replacement) {
        WireType type = WireType.of(replacement.type());
        return new WireReplacement(
                replacement.orderQty().toString(),
                Keywords.value(replacement.timeInForce()),
                type.limitPrice(),
                type.stopPrice(),
                type.trailPrice() == null ? type.trailPercent() : type.trailPrice(),
                replacement.clientOrderId().value());
    }
}
