package dev.lockstep.gateway.alpaca.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.msgpack.core.MessagePackException;
import org.msgpack.jackson.dataformat.MessagePackMapper;
import org.msgpack.jackson.dataformat.TimestampExtensionModule;

/** Parses and encodes MessagePack. */
public final class PackedJson {
    private static final ObjectMapper MAPPER =
            new MessagePackMapper().registerModule(TimestampExtensionModule.INSTANCE);
    private static final String TIME = "t";

    private PackedJson() {}

    /** Encodes a tree. */
    public static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a JSON tree could not be encoded", impossible);
        }
    }

    /**
     * Encodes messages of market data as the venue does: times are timestamps of MessagePack, and
     * fractions are 64-bit floating point numbers, as are integers of more than 64 bits, which
     * MessagePack does not have.
     */
    public static byte[] marketData(JsonNode node) {
        return bytes(converted(node));
    }

    /** Parses a tree, empty if it is not MessagePack. */
    public static Optional<JsonNode> tree(byte[] body) {
        try {
            return Optional.ofNullable(MAPPER.readTree(body)).filter(node -> !node.isMissingNode());
        } catch (IOException | MessagePackException unreadable) {
            return Optional.empty();
        }
    }

    private static JsonNode converted(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode all = WireJson.array();
            array.forEach(element -> all.add(converted(element)));
            return all;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode all = WireJson.object();
            object.properties()
                    .forEach(field -> {
                        all.set(field.getKey(), converted(field.getValue()));
                        if (field.getKey().equals(TIME) && field.getValue().isTextual()) {
                            time(field.getValue().asText())
                                    .ifPresent(time -> all.putPOJO(TIME, time));
                        }
                    });
            return all;
        }
        return node.isFloatingPointNumber() || node.isBigInteger()
                ? DoubleNode.valueOf(node.doubleValue())
                : node;
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException otherText) {
            return Optional.empty();
        }
    }
}
