package dev.lockstep.domain.usecase.pursue;

import dev.lockstep.domain.order.Order;

/** The outcome of one cancel that was sent to the broker. */
public sealed interface CancelSent {
    /** Returns the order after the answer. */
    Order order();

    /**
     * The broker accepted the cancel; it reports later whether the order ended by it.
     *
     * @param order the order, PENDING_CANCEL
     */
    record Accepted(Order order) implements CancelSent {}

    /**
     * The broker refused the cancel because it is canceling the order already.
     *
     * @param order the order, PENDING_CANCEL
     */
    record Underway(Order order) implements CancelSent {}

    /**
     * The order had ended before.
     *
     * @param order the order, closed
     */
    record Ended(Order order) implements CancelSent {}

    /**
     * The broker refused the first cancel of the order, which works on; the request is over.
     *
     * @param order the order
     * @param text the broker's reason
     */
    record Refused(Order order, String text) implements CancelSent {}

    /**
     * The broker refused the cancel for now. The request stands and the cancel is sent again.
     *
     * @param order the order, PENDING_CANCEL
     * @param text the broker's reason
     */
    record Postponed(Order order, String text) implements CancelSent {}

    /**
     * No answer, or none that decides. The request stands and the cancel is sent again.
     *
     * @param order the order, PENDING_CANCEL
     * @param text what happened instead
     */
    record Unanswered(Order order, String text) implements CancelSent {}
}
