package dev.lockstep.broker.alpaca.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.broker.alpaca.wire.StreamMessage.Authorization;
import dev.lockstep.broker.alpaca.wire.StreamMessage.Listening;
import dev.lockstep.broker.alpaca.wire.StreamMessage.Nothing;
import dev.lockstep.broker.alpaca.wire.StreamMessage.Update;
import dev.lockstep.broker.alpaca.wire.activity.WireActivity;
import dev.lockstep.broker.alpaca.wire.json.JsonCodec;
import dev.lockstep.broker.alpaca.wire.json.JsonFields;
import dev.lockstep.broker.alpaca.wire.json.UnreadableException;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.FillCorrection;
import dev.lockstep.domain.order.id.ExecutionId;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Mapper of the stream's messages. Stateless. */
public final class StreamMapper {
    private static final String TRADE_UPDATES = "trade_updates";

    /** The event types of executions. */
    private static final Set<String> TRADES = Set.of("fill", "partial_fill");

    private StreamMapper() {}

    /** Returns the authentication message. */
    public static String authenticate(String keyId, String secret) {
        return JsonCodec.text(
                Map.of(
                        "action",
                        "authenticate",
                        "data",
                        Map.of("key_id", keyId, "secret_key", secret)));
    }

    /** Returns the message that subscribes to order events. */
    public static String listen() {
        return JsonCodec.text(
                Map.of("action", "listen", "data", Map.of("streams", List.of(TRADE_UPDATES))));
    }

    /**
     * Parses a message.
     *
     * @param received the time of receipt, used if an order has no timestamp
     */
    public static StreamMessage read(String text, Instant received) throws UnreadableException {
        Envelope envelope = JsonCodec.object(text, Envelope.class);
        JsonNode data = envelope.data();
        if (envelope.stream() == null || data == null || !data.isObject()) {
            return new Nothing(text);
        }
        return switch (envelope.stream()) {
            case "authorization" ->
                    new Authorization("authorized".equals(data.path("status").asText()));
            case "listening" -> new Listening(names(data.path("streams")));
            case TRADE_UPDATES -> update(JsonCodec.object(data, WireUpdate.class), text, received);
            default -> new Nothing(text);
        };
    }

    private static boolean names(JsonNode streams) {
        for (JsonNode stream : streams) {
            if (TRADE_UPDATES.equals(stream.asText())) {
                return true;
            }
        }
        return false;
    }

    /** Parses an order event. An event for an unsupported order is ignored, as in lists. */
    private static StreamMessage update(WireUpdate wire, String text, Instant received)
            throws UnreadableException {
        WireOrder order = wire.order();
        if (order == null) {
            throw new UnreadableException("order is missing");
        }
        try {
            BrokerOrder brokerOrder = BrokerOrders.order(order, received);
            return new Update(
                    wire.event() == null ? "" : wire.event(),
                    executionId(wire),
                    fill(wire, order, brokerOrder),
                    correction(wire, brokerOrder, text),
                    brokerOrder);
        } catch (UnreadableException foreign) {
            JsonFields.orderId("id", order.id());
            return new Nothing("order " + order.id() + ": " + foreign.getMessage());
        }
    }

    private static @Nullable ExecutionId executionId(WireUpdate wire) {
        try {
            return new ExecutionId(JsonFields.uuid("execution_id", wire.executionId()));
        } catch (UnreadableException noId) {
            return null;
        }
    }

    /**
     * Parses the execution. An unreadable execution does not lose the event: the order's cumulative
     * quantity includes it.
     */
    private static @Nullable Fill fill(WireUpdate wire, WireOrder order, BrokerOrder brokerOrder) {
        ExecutionId id = executionId(wire);
        if (id == null || !TRADES.contains(String.valueOf(wire.event()))) {
            return null;
        }
        try {
            Quantity orderQty = JsonFields.quantity(order.qty());
            return new Fill(
                    id,
                    brokerOrder.brokerOrderId(),
                    brokerOrder.symbol(),
                    brokerOrder.side(),
                    Quantity.of(JsonFields.required("qty", wire.qty())),
                    Price.of(JsonFields.required("price", wire.price())),
                    brokerOrder.cumQty(),
                    orderQty == null ? null : orderQty.less(brokerOrder.cumQty()),
                    wire.timestamp() == null
                            ? brokerOrder.transactTime()
                            : JsonFields.time("timestamp", wire.timestamp()));
        } catch (UnreadableException | InvalidValueException strange) {
            return null;
        }
    }

    /**
     * Parses a bust or correction. An unreadable one does not lose the event: the order's
     * cumulative quantity includes it, and the account history identifies the execution.
     */
    private static @Nullable FillCorrection correction(
            WireUpdate wire, BrokerOrder brokerOrder, String text) {
        ExecutionId id = executionId(wire);
        if (id == null || !WireActivity.CORRECTIONS.contains(String.valueOf(wire.event()))) {
            return null;
        }
        boolean bust = WireActivity.BUST.equals(wire.event());
        try {
            return new FillCorrection(
                    id,
                    new ExecutionId(
                            JsonFields.uuid("previous_execution_id", wire.previousExecutionId())),
                    brokerOrder.brokerOrderId(),
                    bust ? Quantity.ZERO : Quantity.of(JsonFields.required("qty", wire.qty())),
                    bust ? null : Price.of(JsonFields.required("price", wire.price())),
                    wire.timestamp() == null
                            ? brokerOrder.transactTime()
                            : JsonFields.time("timestamp", wire.timestamp()),
                    text);
        } catch (UnreadableException | InvalidValueException | NumberFormatException strange) {
            return null;
        }
    }

    private record Envelope(@Nullable String stream, @Nullable JsonNode data) {}

    private record WireUpdate(
            @Nullable String event,
            @JsonProperty("execution_id") @Nullable String executionId,
            @JsonProperty("previous_execution_id") @Nullable String previousExecutionId,
            @Nullable String price,
            @Nullable String qty,
            @Nullable String timestamp,
            @Nullable WireOrder order) {}
}
