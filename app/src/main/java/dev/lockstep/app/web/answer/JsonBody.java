package dev.lockstep.app.web.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.form.JsonFault;
import dev.lockstep.app.form.RecordFields;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.ShownValue;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the JSON object of a request strictly, and writes the JSON of an answer. */
public final class JsonBody {
    private static final int MAX_DEPTH_LEVELS = 8;
    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MAX_DEPTH_LEVELS)
                                                    .build())
                                    .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();
    private static final ObjectReader READER = MAPPER.reader();

    private JsonBody() {}

    /**
     * Parses a body whose fields the caller checks.
     *
     * @throws InvalidValueException if it is not a JSON object
     */
    public static ObjectNode object(byte[] bytes) {
        return parse(bytes);
    }

    /**
     * Reads a body as a record; an empty one is an object without fields.
     *
     * @throws InvalidValueException if it is no JSON object, has a field that the record does not
     *     have, or a value of another type
     */
    public static <T extends Record> T read(byte[] bytes, Class<T> type) {
        ObjectNode object = bytes.length == 0 ? MAPPER.createObjectNode() : parse(bytes);
        Map<String, Class<?>> types =
                RecordFields.of(type)
                        .collect(
                                Collectors.toMap(
                                        RecordComponent::getName,
                                        RecordComponent::getType,
                                        (one, _) -> one,
                                        LinkedHashMap::new));
        object.properties().forEach(field -> require(field.getKey(), field.getValue(), types));
        return MAPPER.convertValue(object, type);
    }

    private static void require(String name, JsonNode value, Map<String, Class<?>> types) {
        Class<?> type = types.get(name);
        if (type == null) {
            throw new InvalidValueException(
                    "field",
                    name,
                    types.isEmpty() ? "no fields" : String.join(", ", types.keySet()));
        }
        if (type.equals(String.class)
                && !value.isTextual()
                && !value.isNumber()
                && !value.isNull()) {
            throw new InvalidValueException(name, value, "text or a number");
        }
        if (type.equals(boolean.class) && !value.isBoolean() && !value.isNull()) {
            throw new InvalidValueException(name, value, "true or false");
        }
    }

    /** Returns a record as a tree. */
    public static ObjectNode tree(Object body) {
        return MAPPER.valueToTree(body);
    }

    /** As bytes. */
    public static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
    }

    private static ObjectNode parse(byte[] bytes) {
        try {
            JsonNode node = READER.readTree(bytes);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw new InvalidValueException(
                    "body", ShownValue.of(node.getNodeType()), "a JSON object");
        } catch (JsonProcessingException malformed) {
            throw new InvalidValueException("body", JsonFault.of(malformed), "a JSON object");
        } catch (CharConversionException malformed) {
            throw new InvalidValueException("body", "bytes in another encoding", "JSON in UTF-8");
        } catch (NumberFormatException | ArithmeticException exponent) {
            throw new InvalidValueException(
                    "body", "a number with too many digits", "numbers of at most 64 characters");
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
    }
}
