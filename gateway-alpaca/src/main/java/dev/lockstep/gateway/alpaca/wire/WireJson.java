package dev.lockstep.gateway.alpaca.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Parses and encodes JSON. */
public final class WireJson {
    private static final int MAX_DEPTH = 64;
    private static final ObjectMapper MAPPER = mapper();

    private WireJson() {}

    private static ObjectMapper mapper() {
        JsonMapper mapper =
                JsonMapper.builder()
                        // Which of two values a sender means is not for us to choose.
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .build();
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build());
        return mapper;
    }

    /** Returns an empty object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Returns an empty array. */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** Encodes a tree. */
    public static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a JSON tree could not be encoded", impossible);
        }
    }

    /** Encodes a tree as text. */
    public static String text(JsonNode node) {
        return node.toString();
    }

    /** Parses a tree, empty if it is not JSON. */
    public static Optional<JsonNode> tree(String text) {
        return tree(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Parses a tree, empty if it is not JSON. */
    public static Optional<JsonNode> tree(byte[] body) {
        try {
            return Optional.ofNullable(MAPPER.readTree(body)).filter(node -> !node.isMissingNode());
        } catch (IOException | NumberFormatException | ArithmeticException unreadable) {
            // Jackson throws the last two unwrapped if an exponent has too many digits.
            return Optional.empty();
        }
    }

    /**
     * Parses the object of a request body; an empty body is an empty object.
     *
     * @throws RefusedRequest if it is not an object
     */
    public static ObjectNode object(String body) {
        if (body.isEmpty()) {
            return object();
        }
        return tree(body)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .orElseThrow(() -> new RefusedRequest(Refusal.malformed()));
    }
}
