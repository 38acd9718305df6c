package dev.lockstep.domain.port.store;

import dev.lockstep.domain.order.Order;

/** What came of adding one order. */
public sealed interface AddOutcome {
    /** The order that is stored under the idempotency key. */
    Order order();

    /**
     * It is stored now, durably.
     *
     * @param order the order as it was given
     */
    record Added(Order order) implements AddOutcome {}

    /**
     * There was one under the same idempotency key before; nothing was written.
     *
     * @param order the one that was there
     */
    record AlreadyThere(Order order) implements AddOutcome {}
}
