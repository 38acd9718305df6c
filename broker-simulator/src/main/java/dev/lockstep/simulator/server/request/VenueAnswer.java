package dev.lockstep.simulator.server.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.exchange.model.VenueRefusal;
import dev.lockstep.simulator.wire.RefusalJson;
import org.jspecify.annotations.Nullable;

/**
 * Response to a request.
 *
 * @param body the JSON body, null for an empty one
 */
public record VenueAnswer(int status, @Nullable JsonNode body) {
    public static VenueAnswer ok(JsonNode body) {
        return new VenueAnswer(200, body);
    }

    public static VenueAnswer multi(JsonNode body) {
        return new VenueAnswer(207, body);
    }

    public static VenueAnswer noContent() {
        return new VenueAnswer(204, null);
    }

    public static VenueAnswer refused(VenueRefusal refusal) {
        return new VenueAnswer(refusal.kind().status(), RefusalJson.of(refusal));
    }

    public static VenueAnswer error(int status, int code, String message) {
        return new VenueAnswer(status, RefusalJson.error(code, message));
    }
}
