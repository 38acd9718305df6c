package dev.lockstep.domain.usecase.cancel;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.OrderId;

/** The result of {@link CancelOrder}. */
public sealed interface CancelResult {
    /**
     * There is no such order.
     *
     * @param id the requested id
     */
    record NoSuchOrder(OrderId id) implements CancelResult {}

    /**
     * The broker accepted the request, or is canceling the order already; the order is
     * PENDING_CANCEL until the broker reports its end.
     *
     * @param order the order
     */
    record Requested(Order order) implements CancelResult {}

    /**
     * It was canceled locally, because it was never sent.
     *
     * @param order the order
     */
    record CanceledHere(Order order) implements CancelResult {}

    /**
     * It had ended before, or ended while the request was on its way: see its status.
     *
     * @param order the order
     */
    record TooLate(Order order) implements CancelResult {}

    /**
     * The broker refuses, and the order keeps working.
     *
     * @param order the order
     * @param text the broker's message
     */
    record Refused(Order order, String text) implements CancelResult {}

    /**
     * The broker refused this cancel, and an earlier request stands: the cancel is sent again until
     * the order ends.
     *
     * @param order the order, PENDING_CANCEL
     * @param text the broker's reason
     */
    record Postponed(Order order, String text) implements CancelResult {}

    /**
     * The order has no answer of the broker yet. The request is stored: the order is not sent if
     * that has not happened, and is canceled as soon as the broker names it.
     *
     * @param order the order
     */
    record OnceResolved(Order order) implements CancelResult {}

    /**
     * No answer: the request may or may not have arrived. It is stored, and the cancel is sent
     * again until the order ends; a caller may repeat it, too.
     *
     * @param order the order, PENDING_CANCEL
     * @param text what happened
     */
    record Unresolved(Order order, String text) implements CancelResult {}

    /**
     * The store failed, so the request is not stored and not repeated. The cancel was sent to the
     * broker all the same, if the broker's id is known.
     *
     * @param order the order as last stored
     * @param text the broker's answer, and why it is not stored
     */
    record Unstored(Order order, String text) implements CancelResult {}
}
