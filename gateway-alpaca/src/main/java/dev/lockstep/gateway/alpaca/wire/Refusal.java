package dev.lockstep.gateway.alpaca.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * An error in Alpaca's format: status, code and message.
 *
 * @param status the HTTP status
 * @param code Alpaca's code, 0 for an error without one
 * @param message the message
 * @param details further keys of the body
 */
public record Refusal(int status, int code, String message, Map<String, JsonNode> details) {
    public Refusal {
        details = Map.copyOf(details);
    }

    private static Refusal of(int status, int code, String message) {
        return new Refusal(status, code, message, Map.of());
    }

    /** The body cannot be parsed. */
    public static Refusal malformed() {
        return of(400, 40010000, "request body format is invalid");
    }

    /** The credentials are missing or wrong. */
    public static Refusal unauthorized() {
        return of(401, 40110000, "request is not authorized");
    }

    /** A parameter is missing or invalid. */
    public static Refusal invalid(String message) {
        return of(422, 40010001, message);
    }

    /** A rule of the venue forbids it. */
    public static Refusal unprocessable(String message) {
        return of(422, 42210000, message);
    }

    /** The key, a limit or the account forbids it. */
    public static Refusal forbidden(String message) {
        return of(403, 40310000, message);
    }

    /** The object does not exist. */
    public static Refusal notFound(String message) {
        return of(404, 40410000, message);
    }

    /** There are too many requests or connections. */
    public static Refusal tooMany(String message) {
        return of(429, 42910000, message);
    }

    /** It cannot be served now, and nothing was stored or sent. */
    public static Refusal unavailable(String message) {
        return of(503, 50310000, message);
    }

    /** An internal error. */
    public static Refusal internal() {
        return of(500, 50010000, "internal server error occurred");
    }

    /** Returns a copy with a further key. */
    public Refusal with(String key, JsonNode value) {
        Map<String, JsonNode> more = new TreeMap<>(details);
        more.put(key, value);
        return new Refusal(status, code, message, more);
    }

    /** Returns the body. */
    public ObjectNode json() {
        ObjectNode json = WireJson.object();
        if (code != 0) {
            json.put("code", code);
        }
        json.put("message", message);
        new TreeMap<>(details).forEach(json::set);
        return json;
    }
}
