package dev.lockstep.domain.port;

import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.Optional;

/** Creates ids; thread-safe, and no id is created twice. */
public interface OrderIds {
    /** Returns an id later than every one before it. */
    OrderId nextOrderId();

    /** Returns the client order id that belongs to an order id, the same one each time. */
    ClientOrderId clientOrderId(OrderId id);

    /** Returns the order id that a client order id belongs to; empty if it was not made here. */
    default Optional<OrderId> orderId(ClientOrderId clientOrderId) {
        String text = clientOrderId.value();
        int from = text.length() - OrderId.CHARS;
        try {
            return from < 0
                    ? Optional.empty()
                    : Optional.of(new OrderId(text.substring(from)))
                            .filter(id -> clientOrderId(id).equals(clientOrderId));
        } catch (InvalidValueException _) {
            return Optional.empty();
        }
    }
}
