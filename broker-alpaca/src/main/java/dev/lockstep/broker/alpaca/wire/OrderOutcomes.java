package dev.lockstep.broker.alpaca.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.broker.alpaca.wire.json.CryptoPairs;
import dev.lockstep.broker.alpaca.wire.json.JsonCodec;
import dev.lockstep.broker.alpaca.wire.json.JsonFields;
import dev.lockstep.broker.alpaca.wire.json.UnreadableException;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parser of bulk responses with one outcome per item. */
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

    static List<PositionOutcome> ofPositions(String body, Instant received)
            throws UnreadableException {
        List<PositionOutcome> outcomes = new ArrayList<>();
        for (JsonNode entry : JsonCodec.elements(body)) {
            WirePositionOutcome wire = JsonCodec.object(entry, WirePositionOutcome.class);
            JsonNode reported = wire.body() == null ? entry : wire.body();
            BrokerOrder order = order(reported, received);
            outcomes.add(
                    new PositionOutcome(
                            order == null ? symbol(wire.symbol()) : order.symbol(),
                            status(wire.status()),
                            order,
                            reported.toString(),
                            entry.toString()));
        }
        return outcomes;
    }

    /** Parses a symbol; the broker omits the slash of a crypto pair. */
    private static Symbol symbol(@Nullable String text) throws UnreadableException {
        String symbol = JsonFields.required("symbol", text);
        try {
            return CryptoPairs.isPair(symbol) ? CryptoPairs.pair(symbol) : new Symbol(symbol);
        } catch (InvalidValueException wrong) {
            throw new UnreadableException("outcome: " + wrong.getMessage(), wrong);
        }
    }

    private static @Nullable BrokerOrder order(JsonNode reported, Instant received) {
        try {
            return BrokerOrders.order(JsonCodec.object(reported, WireOrder.class), received);
        } catch (UnreadableException none) {
            return null;
        }
    }

    private static int status(@Nullable Integer status) throws UnreadableException {
        if (status == null) {
            throw new UnreadableException("status is missing");
        }
        return status;
    }

    private record WireOrderOutcome(@Nullable String id, @Nullable Integer status) {}

    private record WirePositionOutcome(
            @Nullable String symbol, @Nullable Integer status, @Nullable JsonNode body) {}
}
