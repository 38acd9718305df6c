package dev.lockstep.app.web.answer;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The response of an endpoint.
 *
 * @param status the HTTP status
 * @param body the JSON
 */
public record Answer(int status, JsonNode body) {
    /** Returns a response with a record or a tree. */
    public static Answer of(int status, Object body) {
        return new Answer(status, body instanceof JsonNode tree ? tree : JsonBody.tree(body));
    }

    /** It worked. */
    public static Answer ok(Object body) {
        return of(200, body);
    }

    /** Returns a response for a request that is accepted and not finished. */
    public static Answer accepted(Object body) {
        return of(202, body);
    }
}
