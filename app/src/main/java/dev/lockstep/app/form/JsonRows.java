package dev.lockstep.app.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Reads one JSON object from each line; numbers are read exactly, never as a double. */
public final class JsonRows implements RowFormat {
    private static final ObjectReader OBJECT =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .reader();

    JsonRows() {}

    @Override
    public Optional<OrderRequestParser> form(String line) {
        return Optional.of(form(object(line)));
    }

    /**
     * Returns the form that an object is; one of another source is to be read as exactly as a line.
     */
    public static OrderRequestParser form(JsonNode object) {
        Map<OrderField, String> texts = new EnumMap<>(OrderField.class);
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            OrderField field =
                    OrderField.named(entry.getKey())
                            .orElseThrow(() ->
                                    new InvalidValueException(
                                            "field", entry.getKey(), OrderField.known()));
            if (texts.putIfAbsent(field, text(field, entry.getValue())) != null) {
                throw new InvalidValueException("field", entry.getKey(), "each field once");
            }
        }
        return new OrderRequestParser(texts);
    }

    @Override
    public boolean begun() {
        return true;
    }

    private static JsonNode object(String line) {
        try {
            JsonNode node = OBJECT.readTree(line);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException | NumberFormatException | ArithmeticException malformed) {
            // Falls through: every way of being wrong gets the same answer. Jackson lets the last
            // two through where an exponent has too many digits.
        }
        throw new InvalidValueException("row", line, "a JSON object");
    }

    private static String text(OrderField field, JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (value.isTextual()) {
            return OrderRequestParser.written(field, value.textValue());
        }
        if (value.isNumber()) {
            // Not toPlainString: 1e999999999 must stay short until its bounds are checked.
            return value.decimalValue().toString();
        }
        throw new InvalidValueException(field.label(), value, "text or a number");
    }
}
