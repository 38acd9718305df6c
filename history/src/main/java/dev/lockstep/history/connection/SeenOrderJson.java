package dev.lockstep.history.connection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.history.SeenOrder;
import dev.lockstep.history.SubmittedTerms;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads an order of the REST API. */
final class SeenOrderJson {
    private SeenOrderJson() {}

    /**
     * Returns the order.
     *
     * @throws IllegalArgumentException if a field is missing, or is not what it has to be
     */
    static SeenOrder seen(JsonNode order) {
        return new SeenOrder(
                text(order, "id"),
                optional(order, "key"),
                text(order, "clientOrderId"),
                new SubmittedTerms(
                        text(order, "symbol"),
                        text(order, "side"),
                        new BigDecimal(text(order, "qty")),
                        decimal(optional(order, "limitPrice"))),
                text(order, "status"),
                required(order, "version").asLong(),
                new BigDecimal(text(order, "filledQty")),
                required(order, "cancelRequested").asBoolean());
    }

    private static JsonNode required(JsonNode order, String field) {
        JsonNode value = order.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new IllegalArgumentException(field + ": missing in " + order);
        }
        return value;
    }

    private static String text(JsonNode order, String field) {
        return required(order, field).asText();
    }

    private static @Nullable String optional(JsonNode order, String field) {
        JsonNode value = order.path(field);
        return value.isTextual() ? value.asText() : null;
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
