package dev.lockstep.simulator.server.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.wire.Json;

/** Documented errors of the market data streams. */
enum DataError {
    INVALID_SYNTAX(400, "invalid syntax"),
    NOT_AUTHENTICATED(401, "not authenticated"),
    AUTH_FAILED(402, "auth failed"),
    ALREADY_AUTHENTICATED(403, "already authenticated"),
    AUTH_TIMEOUT(404, "auth timeout"),
    SYMBOL_LIMIT_EXCEEDED(405, "symbol limit exceeded"),
    CONNECTION_LIMIT_EXCEEDED(406, "connection limit exceeded"),
    INVALID_SUBSCRIBE_ACTION(410, "invalid subscribe action for this feed");

    private final int code;
    private final String text;

    DataError(int code, String text) {
        this.code = code;
        this.text = text;
    }

    ObjectNode message() {
        return Json.object().put("T", "error").put("code", code).put("msg", text);
    }
}
