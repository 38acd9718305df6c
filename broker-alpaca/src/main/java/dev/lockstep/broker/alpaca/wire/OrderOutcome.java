package dev.lockstep.broker.alpaca.wire;

import dev.lockstep.domain.order.id.BrokerOrderId;

/**
 * The outcome for one order of a bulk request.
 *
 * @param brokerOrderId the order
 * @param status the HTTP status of this order
 * @param text the entry as received
 */
public record OrderOutcome(BrokerOrderId brokerOrderId, int status, String text) {
    /** Returns whether the broker accepted the request. */
    public boolean done() {
        return status / 100 == 2;
    }
}
