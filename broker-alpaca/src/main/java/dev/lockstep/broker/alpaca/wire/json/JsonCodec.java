package dev.lockstep.broker.alpaca.wire.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lenient JSON codec: ignores unknown keys, and reads numbers from text or JSON numbers without
 * losing digits. Invalid or truncated JSON is unreadable.
 */
public final class JsonCodec {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private JsonCodec() {}

    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static <T> T object(String body, Class<T> type) throws UnreadableException {
        return object(tree(body), type);
    }

    /** Parses a body that must be a JSON object. */
    public static JsonNode object(String body) throws UnreadableException {
        JsonNode tree = tree(body);
        if (!tree.isObject()) {
            throw new UnreadableException("the answer is not a JSON object");
        }
        return tree;
    }

    public static <T> List<T> objects(String body, Class<T> type) throws UnreadableException {
        JsonNode elements = elements(body);
        List<T> objects = new ArrayList<>(elements.size());
        for (JsonNode element : elements) {
            objects.add(object(element, type));
        }
        return objects;
    }

    public static JsonNode elements(String body) throws UnreadableException {
        JsonNode tree = tree(body);
        if (!tree.isArray()) {
            throw new UnreadableException("the answer is not a JSON array");
        }
        return tree;
    }

    private static JsonNode tree(String body) throws UnreadableException {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException | NumberFormatException | ArithmeticException noJson) {
            // Jackson throws the last two unwrapped if an exponent has too many digits.
            throw new UnreadableException("the answer is not JSON", noJson);
        }
    }

    public static <T> T object(JsonNode node, Class<T> type) throws UnreadableException {
        try {
            @Nullable T value = node.isObject() ? MAPPER.treeToValue(node, type) : null;
            if (value == null) {
                throw new UnreadableException("the answer is not a JSON object");
            }
            return value;
        } catch (JsonProcessingException unfit) {
            throw new UnreadableException(wrongType(unfit), unfit);
        }
    }

    /** Names the field instead of the Java type. */
    private static String wrongType(JsonProcessingException unfit) {
        String field =
                unfit instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                        ? mapping.getPath().getFirst().getFieldName()
                        : null;
        return (field == null ? "a field" : field) + " has a value of the wrong type";
    }
}
