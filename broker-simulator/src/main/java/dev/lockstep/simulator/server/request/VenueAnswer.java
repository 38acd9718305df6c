package dev.lockstep.simulator.server.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.simulator.exchange.model.VenueRefusal;
import dev.lockstep.simulator.wire.RefusalMapper;
import java.util.Map;
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
        return refused(RefusalMapper.of(refusal));
    }

    public static VenueAnswer refused(Refusal refusal) {
        return new VenueAnswer(refusal.status(), refusal.json());
    }

    public static VenueAnswer error(int status, int code, String message) {
        return refused(new Refusal(status, code, message, Map.of()));
    }
}
