package dev.lockstep.broker.alpaca.wire;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.BrokerOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome for one position of a bulk close.
 *
 * @param symbol the instrument
 * @param status the HTTP status of this position
 * @param order the closing order, null if absent or unreadable
 * @param body the broker's answer for this position
 * @param text the entry as received
 */
public record PositionOutcome(
        Symbol symbol, int status, @Nullable BrokerOrder order, String body, String text) {
    /** Returns whether the broker accepted the request. */
    public boolean done() {
        return status / 100 == 2;
    }

    /** Returns the broker's refusal; empty if it gave no reason. */
    public Optional<BrokerRefusal> refusal() {
        return AlpacaMapper.refusal(status, body);
    }
}
