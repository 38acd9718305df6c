package dev.lockstep.gateway.alpaca.hook;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.lockstep.domain.access.HookField;
import dev.lockstep.domain.access.HookTemplate;
import dev.lockstep.domain.money.BoundedDecimal;
import dev.lockstep.domain.value.InvalidValueException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values of an alert, where the template or the default names say they are. Null and an empty
 * text count as absent.
 */
final class AlertFields {
    private static final int MAX_CHARS = 128;

    private final HookTemplate template;
    private final JsonNode body;

    AlertFields(HookTemplate template, JsonNode body) {
        this.template = template;
        this.body = body;
    }

    /** Returns whether a field has a value. */
    boolean has(HookField field) {
        return text(field) != null;
    }

    /**
     * Returns a text, null if absent.
     *
     * @throws InvalidValueException if it is no text, too long, or not filled in
     */
    @Nullable String text(HookField field) {
        Optional<String> source = template.source(field);
        if (source.isPresent() && source.get().startsWith("=")) {
            return source.get().substring(1);
        }
        JsonNode node = source.map(this::at).orElseGet(() -> named(field));
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isValueNode()) {
            throw new InvalidValueException(field.word(), node, "a text or a number");
        }
        String text = node.asText().strip();
        AlertBody.requireFilled(field.word(), text);
        if (text.length() > MAX_CHARS || text.codePoints().anyMatch(Character::isISOControl)) {
            throw new InvalidValueException(
                    field.word(), text, "at most " + MAX_CHARS + " printable characters");
        }
        return text.isEmpty() ? null : text;
    }

    /**
     * Returns a text.
     *
     * @throws InvalidValueException if it is absent
     */
    String required(HookField field, String expected) {
        String text = text(field);
        if (text == null) {
            throw new InvalidValueException(field.word(), "absent", expected);
        }
        return text;
    }

    /**
     * Returns a number above zero, null if absent.
     *
     * @throws InvalidValueException if it is not one
     */
    @Nullable BigDecimal positive(HookField field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        BigDecimal value = BoundedDecimal.parse(field.word(), text);
        if (value.signum() <= 0) {
            throw new InvalidValueException(field.word(), value, "> 0");
        }
        return value;
    }

    private JsonNode at(String pointer) {
        return body.at(JsonPointer.compile(pointer));
    }

    private JsonNode named(HookField field) {
        return names(field).stream()
                .map(body::path)
                .filter(node -> !node.isMissingNode())
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    /** Returns the default names of a field. */
    private static List<String> names(HookField field) {
        return switch (field) {
            case SYMBOL -> List.of("symbol", "ticker");
            case ACTION -> List.of("action", "side");
            case QTY -> List.of("qty", "quantity", "contracts");
            case NOTIONAL -> List.of("notional");
            case POSITION_PERCENT -> List.of("positionPercent", "position_percent");
            case EQUITY_PERCENT -> List.of("equityPercent", "equity_percent");
            case TYPE -> List.of("type");
            case LIMIT_PRICE -> List.of("limitPrice", "limit_price");
            case STOP_PRICE -> List.of("stopPrice", "stop_price");
            case TIME_IN_FORCE -> List.of("timeInForce", "time_in_force");
            case PRICE -> List.of("price", "close");
            case MARKET_POSITION -> List.of("marketPosition", "market_position");
            case ID -> List.of("id");
        };
    }
}
