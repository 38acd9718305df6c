package dev.lockstep.alpaca.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Parses the fields of a request body as leniently as Alpaca: a number may be a string, and null or
 * an empty string counts as absent.
 */
public final class RequestFields {
    private static final int MAX_DECIMAL_CHARS = 64;
    private static final int MAX_DECIMAL_DIGITS = 40;

    private final ObjectNode json;

    public RequestFields(ObjectNode json) {
        this.json = json;
    }

    /** Returns whether a field has a value. */
    public boolean has(String field) {
        return json.hasNonNull(field);
    }

    /** Returns a nested object, or an empty one if it is absent. */
    public RequestFields in(String field) {
        JsonNode node = json.get(field);
        if (node == null || node.isNull()) {
            return new RequestFields(JsonNodeFactory.instance.objectNode());
        }
        if (node instanceof ObjectNode object) {
            return new RequestFields(object);
        }
        throw new RefusedRequest(Refusal.malformed());
    }

    /** Returns a text, null if absent. */
    public @Nullable String text(String field) {
        JsonNode node = json.get(field);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isValueNode()) {
            throw new RefusedRequest(Refusal.malformed());
        }
        String text = node.asText();
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            // An unpaired surrogate cannot be encoded in an answer.
            throw new RefusedRequest(Refusal.malformed());
        }
        return text.isEmpty() ? null : text;
    }

    /** Returns a text that must be present. */
    public String required(String field) {
        String text = text(field);
        if (text == null) {
            throw new RefusedRequest(Refusal.invalid(field + " is required"));
        }
        return text;
    }

    /** Returns a decimal number, null if absent. */
    public @Nullable BigDecimal decimal(String field) {
        String text = text(field);
        return text == null ? null : number(text);
    }

    /** Returns a flag, false if absent. */
    public boolean flag(String field) {
        return flag(field, false);
    }

    /** Returns a flag, or the default if it is absent. */
    public boolean flag(String field, boolean absent) {
        String text = text(field);
        if (text == null) {
            return absent;
        }
        // Any other value is refused, since it may have been meant as true.
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new RefusedRequest(Refusal.malformed());
        };
    }

    /** Parses an exact number of bounded length. */
    public static BigDecimal number(String text) {
        if (text.length() <= MAX_DECIMAL_CHARS
                && StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            try {
                BigDecimal value = new BigDecimal(text.strip());
                if (bounded(value)) {
                    return value;
                }
            } catch (NumberFormatException notANumber) {
                throw new RefusedRequest(Refusal.malformed());
            }
        }
        throw new RefusedRequest(Refusal.malformed());
    }

    /** Returns whether a number has few digits, also when it is written without an exponent. */
    private static boolean bounded(BigDecimal value) {
        // The scale of 1e2147483648 is the smallest int, which has no absolute value.
        long scale = value.scale();
        return value.precision() <= MAX_DECIMAL_DIGITS
                && Math.abs(scale) <= MAX_DECIMAL_DIGITS
                && value.precision() - scale <= MAX_DECIMAL_DIGITS;
    }
}
