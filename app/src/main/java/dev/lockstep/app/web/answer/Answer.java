package dev.lockstep.app.web.answer;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The response of an endpoint.
 *
 * @param status the HTTP status
 * @param body the JSON
 */
public record Answer(int status, JsonNode body) {
    /** It worked. */
    public static Answer ok(JsonNode body) {
        return new Answer(200, body);
    }

    /** Returns a response for a request that is accepted and not finished. */
    public static Answer accepted(JsonNode body) {
        return new Answer(202, body);
    }
}
