package dev.lockstep.alpaca.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
    private static final int CODES_PER_STATUS = 100_000;
    private static final int FIRST_CODE = 10_000;
    private static final String INTERNAL_ERROR = "internal server error occurred";

    public Refusal {
        details = Map.copyOf(details);
    }

    /** Returns an error of a kind. */
    public static Refusal of(ErrorKind kind, String message) {
        return new Refusal(kind.status(), kind.code(), message, Map.of());
    }

    /** Returns the error for a status of the web server, which refuses before any endpoint. */
    public static Refusal ofStatus(int status) {
        String message =
                switch (status) {
                    case 404, 405 -> "endpoint not found.";
                    case 408 -> "request timed out";
                    case 413 -> "request body is too large";
                    case 414, 431 -> "request headers are too large";
                    case 500 -> INTERNAL_ERROR;
                    default -> "request format is invalid";
                };
        return new Refusal(status, status * CODES_PER_STATUS + FIRST_CODE, message, Map.of());
    }

    /** The body cannot be parsed. */
    public static Refusal malformed() {
        return of(ErrorKind.MALFORMED, "request body format is invalid");
    }

    /** The credentials are missing or wrong. */
    public static Refusal unauthorized() {
        return of(ErrorKind.UNAUTHORIZED, "request is not authorized");
    }

    /** A parameter is missing or invalid. */
    public static Refusal invalid(String message) {
        return of(ErrorKind.INVALID, message);
    }

    /** A parameter of market data is missing or invalid. */
    public static Refusal badDataParameter(String message) {
        return of(ErrorKind.BAD_DATA_PARAMETER, message);
    }

    /** A rule of the venue forbids it. */
    public static Refusal unprocessable(String message) {
        return of(ErrorKind.UNPROCESSABLE, message);
    }

    /** The key, a limit or the account forbids it. */
    public static Refusal forbidden(String message) {
        return of(ErrorKind.FORBIDDEN, message);
    }

    /** The object does not exist. */
    public static Refusal notFound(String message) {
        return of(ErrorKind.NOT_FOUND, message);
    }

    /** There are too many requests or connections. */
    public static Refusal tooMany(String message) {
        return of(ErrorKind.TOO_MANY, message);
    }

    /** It cannot be served now, and nothing was stored or sent. */
    public static Refusal unavailable(String message) {
        return of(ErrorKind.UNAVAILABLE, message);
    }

    /** An internal error. */
    public static Refusal internal() {
        return of(ErrorKind.INTERNAL, INTERNAL_ERROR);
    }

    /** Returns a copy with a further key. */
    public Refusal with(String key, JsonNode value) {
        Map<String, JsonNode> more = new TreeMap<>(details);
        more.put(key, value);
        return new Refusal(status, code, message, more);
    }

    /** Returns the body. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (code != 0) {
            json.put("code", code);
        }
        json.put("message", message);
        new TreeMap<>(details).forEach(json::set);
        return json;
    }
}
