package dev.lockstep.domain.usecase.sync;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;

/** What came of one piece of live news. */
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
     * It is about an order that was not sent from here.
     *
     * @param there the order as the broker has it
     */
    record NotOurs(BrokerOrder there) implements ReportOutcome {}

    /**
     * It is about another order than ours under one of our names; nothing was changed.
     *
     * @param order ours
     * @param text what differs
     */
    record Conflict(Order order, String text) implements ReportOutcome {}
}
