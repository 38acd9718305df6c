package dev.lockstep.simulation.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads a trade out of an event of the stream. */
final class ExecutionReader {
    private static final ObjectMapper JSON = new JsonMapper();

    private ExecutionReader() {}

    static Optional<ObservedExecution> read(String event, long atNanos) {
        JsonNode data = tree(event).path("data");
        String kind = data.path("event").asText();
        boolean bust = kind.equals("trade_bust");
        if (!bust && !kind.endsWith("fill")) {
            return Optional.empty();
        }
        JsonNode order = data.path("order");
        BigDecimal qty = new BigDecimal(data.path("qty").asText());
        return Optional.of(
                new ObservedExecution(
                        order.path("id").asText(),
                        order.path("client_order_id").asText(),
                        order.path("symbol").asText(),
                        order.path("side").asText().equals("buy") != bust ? qty : qty.negate(),
                        new BigDecimal(data.path("price").asText()),
                        new BigDecimal(data.path("position_qty").asText()),
                        bust,
                        atNanos));
    }

    private static JsonNode tree(String event) {
        try {
            return JSON.readTree(event);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("an event that cannot be read: " + event, unreadable);
        }
    }
}
