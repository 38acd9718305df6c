package dev.lockstep.alpaca.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Alpaca's messages on the stream of trade updates and on those of market data. */
public final class StreamMessages {
    /** The stream of trade updates. */
    public static final String TRADE_UPDATES = "trade_updates";

    private StreamMessages() {}

    /** Returns the answer to an action that needs credentials. */
    public static ObjectNode authorization(boolean authorized, String action) {
        ObjectNode answer = of("authorization");
        answer.putObject("data")
                .put("status", authorized ? "authorized" : "unauthorized")
                .put("action", action);
        return answer;
    }

    /** Returns whether a {@code listen} names the trade updates; other streams are ignored. */
    public static boolean listensToTradeUpdates(ObjectNode message) {
        for (JsonNode stream : message.path("data").path("streams")) {
            if (TRADE_UPDATES.equals(stream.asText())) {
                return true;
            }
        }
        return false;
    }

    /** Returns the answer to a {@code listen}. */
    public static ObjectNode listening(boolean tradeUpdates) {
        ObjectNode answer = of("listening");
        ArrayNode streams = answer.putObject("data").putArray("streams");
        if (tradeUpdates) {
            streams.add(TRADE_UPDATES);
        }
        return answer;
    }

    /** Returns a trade update. */
    public static ObjectNode tradeUpdate(JsonNode data) {
        ObjectNode message = of(TRADE_UPDATES);
        message.set("data", data);
        return message;
    }

    /** Returns an error of the stream of trade updates. */
    public static ObjectNode error(String message) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("action", "error");
        answer.putObject("data").put("error_message", message);
        return answer;
    }

    /** Returns a success of a market data stream. */
    public static ObjectNode success(String text) {
        return JsonNodeFactory.instance.objectNode().put("T", "success").put("msg", text);
    }

    private static ObjectNode of(String stream) {
        return JsonNodeFactory.instance.objectNode().put("stream", stream);
    }
}
