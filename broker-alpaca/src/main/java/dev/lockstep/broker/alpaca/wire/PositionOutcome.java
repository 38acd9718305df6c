package dev.lockstep.broker.alpaca.wire;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.BrokerOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the broker says of one of many positions.
 *
 * @param symbol the instrument
 * @param status the HTTP status that it alone would have got
 * @param order the order that closes it, null where there is none that can be read
 * @param body what the broker says of it, as text
 * @param text all that was said of it
 */
public record PositionOutcome(
        Symbol symbol, int status, @Nullable BrokerOrder order, String body, String text) {
    /** Whether the broker took the request. */
    public boolean done() {
        return status / 100 == 2;
    }

    /** Why the broker did not; empty where it did not say. */
    public Optional<Refusal> refusal() {
        return AlpacaWords.refusal(status, body);
    }
}
