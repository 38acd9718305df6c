package dev.lockstep.broker.alpaca.wire;

import dev.lockstep.domain.order.RejectReason;
import dev.lockstep.domain.order.id.BrokerOrderId;
import java.util.List;

/**
 * A refusal by the broker.
 *
 * @param reason the classified reason
 * @param text the broker's message
 * @param blockedBy the ids of the blocking orders, if the broker names them
 */
public record BrokerRefusal(RejectReason reason, String text, List<BrokerOrderId> blockedBy) {
    public BrokerRefusal {
        blockedBy = List.copyOf(blockedBy);
    }

    /**
     * Returns whether the endpoint itself was not found, which says nothing about the requested
     * object.
     */
    public boolean ofEndpoint() {
        return text.startsWith("endpoint not found");
    }
}
