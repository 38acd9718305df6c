package dev.lockstep.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.model.VenueRefusal;
import java.util.List;

/** JSON of Alpaca's error. */
public final class RefusalJson {
    private RefusalJson() {}

    /** Renders a refusal with its further keys. */
    public static ObjectNode of(VenueRefusal refusal) {
        int code = refusal.kind().code();
        ObjectNode json =
                code == 0
                        ? Json.object().put("message", refusal.message())
                        : error(code, refusal.message());
        refusal.details()
                .forEach((key, value) -> {
                    if (value instanceof List<?> texts) {
                        texts.forEach(text -> json.withArray(key).add(text.toString()));
                    } else {
                        json.put(key, value.toString());
                    }
                });
        return json;
    }

    /** Renders an error that is not a refusal of the exchange. */
    public static ObjectNode error(int code, String message) {
        return Json.object().put("code", code).put("message", message);
    }
}
