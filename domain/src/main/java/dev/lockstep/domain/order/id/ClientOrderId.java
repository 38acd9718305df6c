package dev.lockstep.domain.order.id;

import dev.lockstep.domain.value.Text;

/**
 * The name under which an order is sent (FIX ClOrdID, tag 11), by which it is found again whatever
 * became of the answer.
 *
 * @param value 1 to 128 printable characters, the broker's limit
 */
public record ClientOrderId(String value) {
    /** Alpaca refuses longer ones. */
    public static final int MAX_CHARS = 128;

    public ClientOrderId {
        Text.printable("clientOrderId", value, MAX_CHARS);
    }

    @Override
    public String toString() {
        return value;
    }
}
