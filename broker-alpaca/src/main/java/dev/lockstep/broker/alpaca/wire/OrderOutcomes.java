package dev.lockstep.broker.alpaca.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.broker.alpaca.wire.json.JsonCodec;
import dev.lockstep.broker.alpaca.wire.json.JsonFields;
import dev.lockstep.broker.alpaca.wire.json.UnreadableException;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parser of bulk responses with one outcome per order. */
final class OrderOutcomes {
    private OrderOutcomes() {}

    static List<OrderOutcome> ofOrders(String body) throws UnreadableException {
        List<OrderOutcome> outcomes = new ArrayList<>();
        for (JsonNode entry : JsonCodec.elements(body)) {
            WireOrderOutcome wire = JsonCodec.object(entry, WireOrderOutcome.class);
            try {
                outcomes.add(
                        new OrderOutcome(
                                JsonFields.orderId("id", wire.id()),
                                status(wire.status()),
                                entry.toString()));
            } catch (InvalidValueException wrong) {
                throw new UnreadableException("outcome: " + wrong.getMessage(), wrong);
            }
        }
        return outcomes;
    }

    private static int status(@Nullable Integer status) throws UnreadableException {
        if (status == null) {
            throw new UnreadableException("status is missing");
        }
        return status;
    }

    private record WireOrderOutcome(@Nullable String id, @Nullable Integer status) {}
}
