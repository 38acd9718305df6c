package dev.lockstep.broker.alpaca.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.broker.alpaca.wire.StreamMessage.Authorization;
import dev.lockstep.broker.alpaca.wire.StreamMessage.Listening;
import dev.lockstep.broker.alpaca.wire.StreamMessage.Nothing;
import dev.lockstep.broker.alpaca.wire.StreamMessage.Update;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.ExecutionId;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.FillCorrection;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Translates the messages of the stream, both ways. Pure. */
public final class StreamWords {
    private static final String TRADE_UPDATES = "trade_updates";

    /** The words for executions. */
    private static final Set<String> TRADES = Set.of("fill", "partial_fill");

    private StreamWords() {}

    /** The message that says who we are. */
    public static String authenticate(String keyId, String secret) {
        return JsonCodec.text(
                Map.of(
                        "action",
                        "authenticate",
                        "data",
                        Map.of("key_id", keyId, "secret_key", secret)));
    }

    /** The message that asks for news of orders. */
    public static String listen() {
        return JsonCodec.text(
                Map.of("action", "listen", "data", Map.of("streams", List.of(TRADE_UPDATES))));
    }

    /**
     * Reads a message.
     *
     * @param received when it was received, for an order that tells no time
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

    /** News of an order that we cannot express is no news for us, as in lists. */
    private static StreamMessage update(WireUpdate wire, String text, Instant received)
            throws UnreadableException {
        WireOrder order = wire.order();
        if (order == null) {
            throw new UnreadableException("order is missing");
        }
        try {
            BrokerOrder expressed = BrokerOrders.expressed(order, received);
            return new Update(
                    wire.event() == null ? "" : wire.event(),
                    executionId(wire),
                    fill(wire, order, expressed),
                    correction(wire, expressed, text),
                    expressed);
        } catch (UnreadableException foreign) {
            Fields.orderId("id", order.id());
            return new Nothing("order " + order.id() + ": " + foreign.getMessage());
        }
    }

    private static @Nullable ExecutionId executionId(WireUpdate wire) {
        try {
            return new ExecutionId(Fields.uuid("execution_id", wire.executionId()));
        } catch (UnreadableException noId) {
            return null;
        }
    }

    /**
     * What traded. An execution that cannot be read costs no news: the order's own total tells of
     * it too.
     */
    private static @Nullable Fill fill(WireUpdate wire, WireOrder order, BrokerOrder expressed) {
        ExecutionId id = executionId(wire);
        if (id == null || !TRADES.contains(String.valueOf(wire.event()))) {
            return null;
        }
        try {
            Quantity orderQty = Fields.quantity(order.qty());
            return new Fill(
                    id,
                    expressed.brokerOrderId(),
                    expressed.symbol(),
                    expressed.side(),
                    Quantity.of(Fields.required("qty", wire.qty())),
                    Price.of(Fields.required("price", wire.price())),
                    expressed.cumQty(),
                    orderQty == null ? null : orderQty.less(expressed.cumQty()),
                    wire.timestamp() == null
                            ? expressed.transactTime()
                            : Fields.time("timestamp", wire.timestamp()));
        } catch (UnreadableException | InvalidValueException strange) {
            return null;
        }
    }

    /**
     * What was busted or corrected. One that cannot be read costs no news: the order's own total
     * tells of it too, and the history names the execution.
     */
    private static @Nullable FillCorrection correction(
            WireUpdate wire, BrokerOrder expressed, String text) {
        ExecutionId id = executionId(wire);
        if (id == null || !WireActivity.CORRECTIONS.contains(String.valueOf(wire.event()))) {
            return null;
        }
        boolean bust = WireActivity.BUST.equals(wire.event());
        try {
            return new FillCorrection(
                    id,
                    new ExecutionId(
                            Fields.uuid("previous_execution_id", wire.previousExecutionId())),
                    expressed.brokerOrderId(),
                    bust ? Quantity.ZERO : Quantity.of(Fields.required("qty", wire.qty())),
                    bust ? null : Price.of(Fields.required("price", wire.price())),
                    wire.timestamp() == null
                            ? expressed.transactTime()
                            : Fields.time("timestamp", wire.timestamp()),
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
