package dev.lockstep.broker.alpaca.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A refusal in the broker's own words.
 *
 * @param code its number, which is not stable: the same refusal has come under several
 * @param message its text
 * @param rejectReason more of its text, where there is more
 * @param existingOrderId the order of ours that an order would trade with
 * @param relatedOrders the orders of ours that hold what an order would sell
 */
public record WireError(
        @Nullable String code,
        @Nullable String message,
        @JsonProperty("reject_reason") @Nullable JsonNode rejectReason,
        @JsonProperty("existing_order_id") @Nullable JsonNode existingOrderId,
        @JsonProperty("related_orders") @Nullable JsonNode relatedOrders) {}
