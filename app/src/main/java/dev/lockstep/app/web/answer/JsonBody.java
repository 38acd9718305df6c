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
import dev.lockstep.app.form.RecordFields;
import dev.lockstep.domain.money.BoundedDecimal;
import dev.lockstep.domain.value.InvalidValueException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The JSON object that a request carries, read strictly: every field is known or refused. */
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

    private final ObjectNode object;

    private JsonBody(ObjectNode object) {
        this.object = object;
    }

    /**
     * Reads a body; an empty one is an object without fields.
     *
     * @throws InvalidValueException if it is no JSON object or has a field that is not known
     */
    public static JsonBody read(byte[] bytes, Set<String> known) {
        JsonBody body = new JsonBody(bytes.length == 0 ? MAPPER.createObjectNode() : parse(bytes));
        for (String name : (Iterable<String>) body.object::fieldNames) {
            if (!known.contains(name)) {
                throw new InvalidValueException(
                        "field", name, known.isEmpty() ? "no fields" : String.join(", ", known));
            }
        }
        return body;
    }

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

    /** Returns a text; a number is taken as it is written. */
    public Optional<String> text(String field) {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (value.isTextual()) {
            return Optional.of(value.textValue().strip()).filter(text -> !text.isEmpty());
        }
        if (value.isNumber()) {
            // Not toPlainString: 1e999999999 must stay short until its bounds are checked.
            return Optional.of(value.decimalValue().toString());
        }
        throw new InvalidValueException(field, value.toString(), "text or a number");
    }

    /** Returns a text that must be there. */
    public String required(String field, String expected) {
        return text(field).orElseThrow(() -> new InvalidValueException(field, "missing", expected));
    }

    /** Returns a decimal number. */
    public Optional<BigDecimal> decimal(String field) {
        return text(field).map(text -> BoundedDecimal.parse(field, text));
    }

    /** Returns a yes or no; no where it is missing. */
    public boolean flag(String field) {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull() || value.isBoolean()) {
            return value.booleanValue();
        }
        throw new InvalidValueException(field, value.toString(), "true or false");
    }

    /** Returns the value of a field as it is; a missing node if absent. */
    public JsonNode node(String field) {
        return object.path(field);
    }

    private static ObjectNode parse(byte[] bytes) {
        try {
            if (READER.readTree(bytes) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException malformed) {
            throw new InvalidValueException(
                    "body", malformed.getOriginalMessage(), "a JSON object");
        } catch (NumberFormatException | ArithmeticException exponent) {
            throw new InvalidValueException(
                    "body", "a number with too many digits", "numbers of at most 64 characters");
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
        throw new InvalidValueException("body", "something else", "a JSON object");
    }
}
