package dev.lockstep.broker.alpaca.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Alpaca's JSON format of an order; any field may be missing, and numbers are text. */
record WireOrder(
        @Nullable String id,
        @JsonProperty("client_order_id") @Nullable String clientOrderId,
        @Nullable String symbol,
        @JsonProperty("asset_class") @Nullable String assetClass,
        @Nullable String side,
        @Nullable String qty,
        @Nullable String notional,
        @Nullable String type,
        @JsonProperty("time_in_force") @Nullable String timeInForce,
        @JsonProperty("limit_price") @Nullable String limitPrice,
        @JsonProperty("stop_price") @Nullable String stopPrice,
        @JsonProperty("trail_price") @Nullable String trailPrice,
        @JsonProperty("trail_percent") @Nullable String trailPercent,
        @JsonProperty("extended_hours") @Nullable Boolean extendedHours,
        @JsonProperty("order_class") @Nullable String orderClass,
        @Nullable List<@Nullable WireOrder> legs,
        @JsonProperty("filled_qty") @Nullable String filledQty,
        @JsonProperty("filled_avg_price") @Nullable String filledAvgPrice,
        @Nullable String status,
        @JsonProperty("created_at") @Nullable String createdAt,
        @JsonProperty("submitted_at") @Nullable String submittedAt,
        @JsonProperty("updated_at") @Nullable String updatedAt,
        @Nullable String replaces,
        @JsonProperty("replaced_by") @Nullable String replacedBy) {}
