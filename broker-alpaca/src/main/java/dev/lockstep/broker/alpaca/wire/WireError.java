package dev.lockstep.broker.alpaca.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Alpaca's JSON format of an error.
 *
 * @param code the error code, which is not stable: the same error has appeared under several
 * @param message the message
 * @param rejectReason a further message, null if absent
 * @param existingOrderId the own order that the new order would trade with
 * @param relatedOrders the own orders that reserve the quantity to sell
 */
public record WireError(
        @Nullable String code,
        @Nullable String message,
        @JsonProperty("reject_reason") @Nullable JsonNode rejectReason,
        @JsonProperty("existing_order_id") @Nullable JsonNode existingOrderId,
        @JsonProperty("related_orders") @Nullable JsonNode relatedOrders) {}
