package dev.lockstep.broker.alpaca.wire;

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
 * Reads and writes JSON leniently: unknown keys are passed over, numbers may come as text and as
 * numbers and lose no digit. What is no JSON at all, or half of it, is unreadable.
 */
final class JsonCodec {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private JsonCodec() {}

    static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static <T> T object(String body, Class<T> type) throws UnreadableException {
        return object(tree(body), type);
    }

    /** A whole body that must be an object, as a tree. */
    static JsonNode object(String body) throws UnreadableException {
        JsonNode tree = tree(body);
        if (!tree.isObject()) {
            throw new UnreadableException("the answer is no object");
        }
        return tree;
    }

    static <T> List<T> objects(String body, Class<T> type) throws UnreadableException {
        JsonNode elements = elements(body);
        List<T> objects = new ArrayList<>(elements.size());
        for (JsonNode element : elements) {
            objects.add(object(element, type));
        }
        return objects;
    }

    static JsonNode elements(String body) throws UnreadableException {
        JsonNode tree = tree(body);
        if (!tree.isArray()) {
            throw new UnreadableException("the answer is no list");
        }
        return tree;
    }

    private static JsonNode tree(String body) throws UnreadableException {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException | NumberFormatException | ArithmeticException noJson) {
            // Jackson lets the last two through where an exponent has too many digits.
            throw new UnreadableException("the answer is no JSON", noJson);
        }
    }

    static <T> T object(JsonNode node, Class<T> type) throws UnreadableException {
        try {
            @Nullable T value = node.isObject() ? MAPPER.treeToValue(node, type) : null;
            if (value == null) {
                throw new UnreadableException("the answer is no object");
            }
            return value;
        } catch (JsonProcessingException unfit) {
            throw new UnreadableException(wrongType(unfit), unfit);
        }
    }

    /** Names the field and not the Java type that it was to become. */
    private static String wrongType(JsonProcessingException unfit) {
        String field =
                unfit instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                        ? mapping.getPath().getFirst().getFieldName()
                        : null;
        return (field == null ? "a field" : field) + " has a value of another type";
    }
}
