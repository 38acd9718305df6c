package dev.lockstep.domain.port.store;

import dev.lockstep.domain.order.Order;

/** The result of adding one order. */
public sealed interface AddOutcome {
    /** Returns the order that is stored under the idempotency key. */
    Order order();

    /**
     * It is stored now, durably.
     *
     * @param order the order as it was given
     */
    record Added(Order order) implements AddOutcome {}

    /**
     * An order with the same idempotency key exists; nothing was written.
     *
     * @param order the existing order
     */
    record AlreadyThere(Order order) implements AddOutcome {}
}
