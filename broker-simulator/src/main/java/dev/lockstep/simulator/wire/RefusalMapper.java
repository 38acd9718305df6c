package dev.lockstep.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.simulator.exchange.model.VenueRefusal;
import java.util.List;

/** Maps refusals of the exchange to Alpaca's errors. */
public final class RefusalMapper {
    private RefusalMapper() {}

    /** Returns the error with the refusal's further keys. */
    public static Refusal of(VenueRefusal refusal) {
        Refusal error = Refusal.of(refusal.kind(), refusal.message());
        for (var detail : refusal.details().entrySet()) {
            error = error.with(detail.getKey(), json(detail.getValue()));
        }
        return error;
    }

    private static JsonNode json(Object detail) {
        if (detail instanceof List<?> texts) {
            ArrayNode array = Json.array();
            texts.forEach(text -> array.add(text.toString()));
            return array;
        }
        return TextNode.valueOf(detail.toString());
    }
}
