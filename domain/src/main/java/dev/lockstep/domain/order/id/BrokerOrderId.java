package dev.lockstep.domain.order.id;

import dev.lockstep.domain.value.Text;

/**
 * The broker's name of an order (FIX OrderID, tag 37).
 *
 * @param value 1 to 128 printable characters
 */
public record BrokerOrderId(String value) {
    private static final int MAX_CHARS = 128;

    public BrokerOrderId {
        Text.printable("brokerOrderId", value, MAX_CHARS);
    }

    @Override
    public String toString() {
        return value;
    }
}
