package dev.lockstep.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.alpaca.request.RequestFields;
import dev.lockstep.simulator.exchange.model.WireEnum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JSON object of a fault plan. Its errors name the field, the value and the allowed values. */
final class PlanObject {
    private static final int MAX_SHOWN_CHARS = 60;

    private final String place;
    private final ObjectNode json;

    /**
     * Wraps an object of a plan.
     *
     * @param place prefix for the names of its fields in errors
     * @param keys the allowed fields; any other is rejected, since a misspelled one would have no
     *     effect
     */
    PlanObject(String place, ObjectNode json, Set<String> keys) {
        this.place = place;
        this.json = json;
        json.fieldNames()
                .forEachRemaining(key -> {
                    if (!keys.contains(key)) {
                        throw wrong(place + key, "given", "one of " + new TreeSet<>(keys));
                    }
                });
    }

    /** Creates an error in the common format. */
    static IllegalArgumentException wrong(String place, String value, String expected) {
        String shown =
                value.length() > MAX_SHOWN_CHARS ? value.substring(0, MAX_SHOWN_CHARS) : value;
        return new IllegalArgumentException(place + ": " + shown + " (expected: " + expected + ")");
    }

    String text(String field, String expected) {
        JsonNode node = json.path(field);
        if (!node.isTextual() || node.asText().isBlank()) {
            throw wrong(place + field, shown(node), expected);
        }
        return node.asText();
    }

    <W extends Enum<W> & WireEnum> W enumValue(String field, Class<W> set) {
        String values =
                Stream.of(set.getEnumConstants())
                        .map(WireEnum::wireValue)
                        .collect(Collectors.joining(", "));
        JsonNode node = json.path(field);
        return WireEnum.find(set, node.asText())
                .orElseThrow(() -> wrong(place + field, shown(node), "one of " + values));
    }

    long whole(String field, long absent, long least, long most) {
        String expected = "a whole number from " + least + " to " + most;
        BigDecimal value = decimal(field, BigDecimal.valueOf(absent), expected);
        boolean whole = value.stripTrailingZeros().scale() <= 0;
        boolean inside =
                value.compareTo(BigDecimal.valueOf(least)) >= 0
                        && value.compareTo(BigDecimal.valueOf(most)) <= 0;
        if (!whole || !inside) {
            throw wrong(place + field, shown(json.path(field)), expected);
        }
        return value.longValueExact();
    }

    /** Returns a probability in millionths. */
    int millionths(String field, BigDecimal absent) {
        String expected = "0 to 1, with at most 6 decimals";
        BigDecimal value = decimal(field, absent, expected);
        if (value.signum() < 0
                || value.compareTo(BigDecimal.ONE) > 0
                || value.stripTrailingZeros().scale() > 6) {
            throw wrong(place + field, shown(json.path(field)), expected);
        }
        return value.movePointRight(6).intValueExact();
    }

    Set<String> symbols(String field) {
        Set<String> symbols = new TreeSet<>();
        for (JsonNode symbol : list(field, "a list of symbols")) {
            if (!symbol.isTextual() || symbol.asText().isBlank()) {
                throw wrong(place + field, shown(symbol), "a list of symbols");
            }
            symbols.add(symbol.asText());
        }
        return symbols;
    }

    List<PlanObject> objects(String field, Set<String> keys) {
        List<PlanObject> objects = new ArrayList<>();
        for (JsonNode node : list(field, "a list of objects")) {
            String element = place + field + "[" + objects.size() + "]";
            if (!(node instanceof ObjectNode object)) {
                throw wrong(element, shown(node), "an object");
            }
            objects.add(new PlanObject(element + ".", object, keys));
        }
        return objects;
    }

    /** Adds the place of this object to an error of a whole rule. */
    IllegalArgumentException wrongHere(IllegalArgumentException found) {
        return new IllegalArgumentException(place + found.getMessage(), found);
    }

    private BigDecimal decimal(String field, BigDecimal absent, String expected) {
        JsonNode node = json.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return absent;
        }
        if (!node.isNumber() && !node.isTextual()) {
            throw wrong(place + field, shown(node), expected);
        }
        try {
            return RequestFields.number(node.asText());
        } catch (RefusedRequest unreadable) {
            throw wrong(place + field, shown(node), expected);
        }
    }

    private List<JsonNode> list(String field, String expected) {
        JsonNode node = json.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return List.of();
        }
        if (!(node instanceof ArrayNode array)) {
            throw wrong(place + field, shown(node), expected);
        }
        List<JsonNode> nodes = new ArrayList<>();
        array.forEach(nodes::add);
        return nodes;
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "absent" : node.toString();
    }
}
