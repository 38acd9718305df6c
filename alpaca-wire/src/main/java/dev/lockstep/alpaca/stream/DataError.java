package dev.lockstep.alpaca.stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The documented errors of the market data streams. */
public enum DataError {
    INVALID_SYNTAX(400, "invalid syntax"),
    NOT_AUTHENTICATED(401, "not authenticated"),
    AUTH_FAILED(402, "auth failed"),
    ALREADY_AUTHENTICATED(403, "already authenticated"),
    AUTH_TIMEOUT(404, "auth timeout"),
    SYMBOL_LIMIT_EXCEEDED(405, "symbol limit exceeded"),
    CONNECTION_LIMIT_EXCEEDED(406, "connection limit exceeded"),
    SLOW_CLIENT(407, "slow client"),
    INVALID_SUBSCRIBE_ACTION(410, "invalid subscribe action for this feed"),
    INTERNAL(500, "internal error");

    private final int code;
    private final String text;

    DataError(int code, String text) {
        this.code = code;
        this.text = text;
    }

    /** Returns its text. */
    public String text() {
        return text;
    }

    /** Returns it as a message of a stream. */
    public ObjectNode message() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("T", "error")
                .put("code", code)
                .put("msg", text);
    }
}
