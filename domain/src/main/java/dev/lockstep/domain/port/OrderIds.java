package dev.lockstep.domain.port;

import dev.lockstep.domain.order.ClientOrderId;
import dev.lockstep.domain.order.OrderId;

/** Where new ids come from; safe for use by several threads, and no id ever comes twice. */
public interface OrderIds {
    /** An id later than every one before it. */
    OrderId nextOrderId();

    /** The client order id that belongs to an order id, the same one each time. */
    ClientOrderId clientOrderId(OrderId id);
}
