package dev.lockstep.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.model.VenueRefusal;
import dev.lockstep.simulator.exchange.model.WireEnum;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Parses the fields of a request as leniently as Alpaca: a number may be a string, null counts as
 * absent.
 */
public final class RequestFields {
    private static final int MAX_DECIMAL_DIGITS = 40;
    private static final int MAX_DECIMAL_CHARS = 64;

    private final ObjectNode json;

    public RequestFields(ObjectNode json) {
        this.json = json;
    }

    /** Returns the nested object, or an empty one if it is absent. */
    public RequestFields in(String field) {
        JsonNode node = json.get(field);
        if (node == null || node.isNull()) {
            return new RequestFields(Json.object());
        }
        if (node instanceof ObjectNode object) {
            return new RequestFields(object);
        }
        throw new RefusedRequest(VenueRefusal.malformed());
    }

    public @Nullable String text(String field) {
        JsonNode node = json.get(field);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isValueNode()) {
            throw new RefusedRequest(VenueRefusal.malformed());
        }
        String text = node.asText();
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            // An unpaired surrogate cannot be encoded in a response.
            throw new RefusedRequest(VenueRefusal.malformed());
        }
        return text.isEmpty() ? null : text;
    }

    public String required(String field) {
        String text = text(field);
        if (text == null) {
            throw new RefusedRequest(VenueRefusal.invalid(field + " is required"));
        }
        return text;
    }

    public @Nullable BigDecimal decimal(String field) {
        String text = text(field);
        return text == null ? null : decimalOf(text);
    }

    public boolean flag(String field, boolean absent) {
        String text = text(field);
        if (text == null) {
            return absent;
        }
        // Any other value is rejected, since it may have been meant as true.
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new RefusedRequest(VenueRefusal.malformed());
        };
    }

    public <W extends Enum<W> & WireEnum> @Nullable W enumValue(String field, Class<W> set) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        return WireEnum.find(set, text)
                .orElseThrow(() -> new RefusedRequest(VenueRefusal.invalid("invalid " + field)));
    }

    /** Parses an exact number of bounded length. */
    public static BigDecimal decimalOf(String text) {
        if (text.length() <= MAX_DECIMAL_CHARS
                && StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            try {
                BigDecimal value = new BigDecimal(text.strip());
                if (value.precision() <= MAX_DECIMAL_DIGITS
                        && Math.abs(value.scale()) <= MAX_DECIMAL_DIGITS) {
                    return value;
                }
            } catch (NumberFormatException notANumber) {
                throw new RefusedRequest(VenueRefusal.malformed());
            }
        }
        throw new RefusedRequest(VenueRefusal.malformed());
    }
}
