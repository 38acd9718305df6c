package dev.lockstep.gateway.alpaca.hook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.access.HookField;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.gateway.alpaca.wire.WireJson;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses the body of an alert, whatever its content type says: JSON, TradingView's default message
 * of a strategy, or a text of {@code name=value} pairs.
 */
final class AlertBody {
    /** The most characters of a body. */
    static final int MAX_CHARS = 16 * 1024;

    private static final Pattern DEFAULT_MESSAGE =
            Pattern.compile(
                    "order (\\S+) @ (\\S+) filled on (\\S+?)\\. New strategy position is (\\S+)");

    /** Possessive, so that no text of any length is tried in more than one way. */
    private static final Pattern PAIR =
            Pattern.compile("\\G[\\s,;]*+([A-Za-z_]{1,40}+)\\s*+[=:]\\s*+([^\\s,;]++)[\\s,;]*+");

    /** A text that TradingView replaces in an alert, unless the alert has no such value. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^{}]{0,80}}}");

    private AlertBody() {}

    /**
     * Parses a body.
     *
     * @throws InvalidValueException if it is no alert
     */
    static JsonNode parse(String body) {
        Optional<JsonNode> json = WireJson.tree(body).filter(JsonNode::isContainerNode);
        return json.isPresent() ? json.get() : text(body.strip());
    }

    /**
     * Refuses a placeholder that TradingView has not filled in.
     *
     * @param field the name of the field that has the value
     */
    static void requireFilled(String field, String value) {
        Matcher placeholder = PLACEHOLDER.matcher(value);
        if (placeholder.find()) {
            throw new InvalidValueException(
                    field,
                    placeholder.group(),
                    "a value in its place; TradingView fills in strategy.* for alerts of a strategy"
                            + " only");
        }
    }

    private static JsonNode text(String text) {
        requireFilled("body", text);
        Matcher message = DEFAULT_MESSAGE.matcher(text);
        if (message.find()) {
            return message(message);
        }
        return pairs(text)
                .orElseThrow(() ->
                        new InvalidValueException(
                                "body",
                                text.isEmpty() ? "empty" : text,
                                "JSON such as {\"symbol\": \"AAPL\", \"action\": \"buy\", \"qty\": 10},"
                                        + " or symbol=AAPL action=buy qty=10, or TradingView's"
                                        + " default message of a strategy"));
    }

    private static Optional<JsonNode> pairs(String text) {
        ObjectNode pairs = WireJson.object();
        Matcher pair = PAIR.matcher(text);
        int end = 0;
        while (pair.find()) {
            pairs.put(pair.group(1), pair.group(2));
            end = pair.end();
        }
        return end > 0 && end == text.length() ? Optional.of(pairs) : Optional.empty();
    }

    private static ObjectNode message(Matcher message) {
        ObjectNode json = WireJson.object();
        json.put(HookField.ACTION.word(), message.group(1).toLowerCase(Locale.ROOT));
        json.put(HookField.QTY.word(), message.group(2));
        json.put(HookField.SYMBOL.word(), message.group(3));
        if (zero(message.group(4))) {
            json.put(HookField.MARKET_POSITION.word(), "flat");
        }
        return json;
    }

    private static boolean zero(String number) {
        try {
            return new BigDecimal(number.replaceAll("[.,]$", "")).signum() == 0;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }
}
