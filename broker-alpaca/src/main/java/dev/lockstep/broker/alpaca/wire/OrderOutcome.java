package dev.lockstep.broker.alpaca.wire;

import dev.lockstep.domain.order.BrokerOrderId;

/**
 * What the broker says of one of many orders.
 *
 * @param brokerOrderId the order
 * @param status the HTTP status that it alone would have got
 * @param text all that was said of it
 */
public record OrderOutcome(BrokerOrderId brokerOrderId, int status, String text) {
    /** Whether the broker took the request. */
    public boolean done() {
        return status / 100 == 2;
    }
}
