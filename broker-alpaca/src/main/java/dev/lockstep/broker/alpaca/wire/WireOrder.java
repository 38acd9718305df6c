package dev.lockstep.broker.alpaca.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** An order as the broker writes it; every field may be missing, and every number is text. */
record WireOrder(
        @Nullable String id,
        @JsonProperty("client_order_id") @Nullable String clientOrderId,
        @Nullable String symbol,
        @JsonProperty("asset_class") @Nullable String assetClass,
        @Nullable String side,
        @Nullable String qty,
        @JsonProperty("filled_qty") @Nullable String filledQty,
        @JsonProperty("filled_avg_price") @Nullable String filledAvgPrice,
        @Nullable String status,
        @JsonProperty("created_at") @Nullable String createdAt,
        @JsonProperty("submitted_at") @Nullable String submittedAt,
        @JsonProperty("updated_at") @Nullable String updatedAt) {}
