package dev.lockstep.domain.usecase.sync;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;

/** The effect of a stream event. */
public sealed interface ReportOutcome {
    /**
     * It changed an order.
     *
     * @param before the order before it
     * @param after the order after it
     */
    record Changed(Order before, Order after) implements ReportOutcome {}

    /**
     * It said nothing that was not known, or not enough yet.
     *
     * @param order the order as it is
     */
    record NothingNew(Order order) implements ReportOutcome {}

    /**
     * It belongs to an external order.
     *
     * @param there the order at the broker
     */
    record NotOurs(BrokerOrder there) implements ReportOutcome {}

    /**
     * It belongs to another order under one of our client order ids; nothing was changed.
     *
     * @param order our order
     * @param text the difference
     */
    record Conflict(Order order, String text) implements ReportOutcome {}
}
