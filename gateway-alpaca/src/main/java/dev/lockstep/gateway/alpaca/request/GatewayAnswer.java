package dev.lockstep.gateway.alpaca.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.gateway.alpaca.wire.WireJson;
import java.util.Map;

/**
 * The answer to a bot.
 *
 * @param status the HTTP status
 * @param headers further headers
 * @param body the body, empty for none
 */
public record GatewayAnswer(int status, Map<String, String> headers, String body) {
    private static final String JSON = "application/json; charset=UTF-8";

    public GatewayAnswer {
        headers = Map.copyOf(headers);
    }

    /** Returns an answer with a JSON body. */
    public static GatewayAnswer json(int status, JsonNode body) {
        return new GatewayAnswer(status, Map.of("Content-Type", JSON), WireJson.text(body));
    }

    /** Returns a successful answer. */
    public static GatewayAnswer ok(JsonNode body) {
        return json(200, body);
    }

    /** Returns a successful answer without a body. */
    public static GatewayAnswer noContent() {
        return new GatewayAnswer(204, Map.of(), "");
    }

    /** Returns an error in Alpaca's format. */
    public static GatewayAnswer refused(Refusal refusal) {
        return json(refusal.status(), refusal.json());
    }

    @Override
    public String toString() {
        return String.valueOf(status);
    }
}
