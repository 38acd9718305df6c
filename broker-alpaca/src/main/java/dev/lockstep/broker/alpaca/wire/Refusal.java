package dev.lockstep.broker.alpaca.wire;

import dev.lockstep.domain.order.BrokerOrderId;
import dev.lockstep.domain.order.RejectReason;
import java.util.List;

/**
 * The broker's own "no".
 *
 * @param reason why, as far as its words tell
 * @param text its words
 * @param blockedBy the orders that stand in the way, where it names them
 */
public record Refusal(RejectReason reason, String text, List<BrokerOrderId> blockedBy) {
    public Refusal {
        blockedBy = List.copyOf(blockedBy);
    }

    /** Whether it is about the address we asked at, and so tells nothing of what we asked for. */
    public boolean ofEndpoint() {
        return text.startsWith("endpoint not found");
    }
}
