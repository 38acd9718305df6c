package dev.lockstep.app.web.answer;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an endpoint answers.
 *
 * @param status the HTTP status
 * @param body the JSON
 */
public record Answer(int status, JsonNode body) {
    /** It worked. */
    public static Answer ok(JsonNode body) {
        return new Answer(200, body);
    }

    /** It was asked for, and what comes of it is told later. */
    public static Answer accepted(JsonNode body) {
        return new Answer(202, body);
    }
}
