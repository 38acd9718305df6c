package dev.lockstep.simulator.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.exchange.Refusal;
import dev.lockstep.simulator.wire.RefusalJson;
import org.jspecify.annotations.Nullable;

/**
 * Response to a request.
 *
 * @param body the JSON body, null for an empty one
 */
record Answer(int status, @Nullable JsonNode body) {
    static Answer ok(JsonNode body) {
        return new Answer(200, body);
    }

    static Answer multi(JsonNode body) {
        return new Answer(207, body);
    }

    static Answer noContent() {
        return new Answer(204, null);
    }

    static Answer refused(Refusal refusal) {
        return new Answer(refusal.kind().status(), RefusalJson.of(refusal));
    }

    static Answer error(int status, int code, String message) {
        return new Answer(status, RefusalJson.error(code, message));
    }
}
