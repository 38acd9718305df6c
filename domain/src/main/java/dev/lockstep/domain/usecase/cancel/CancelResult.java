package dev.lockstep.domain.usecase.cancel;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.OrderId;

/** What a caller of {@link CancelOrder} learns. */
public sealed interface CancelResult {
    /**
     * There is no such order.
     *
     * @param id the order asked for
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
     * It was canceled here, for it had never been sent.
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
     * The broker will not cancel it and it goes on working.
     *
     * @param order the order
     * @param text the broker's own words
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
     * The store failed, so the request is not stored and nobody sends it again. The cancel was sent
     * to the broker all the same, if it has named the order.
     *
     * @param order the order as it was stored last
     * @param text what the broker answered, and why it is not stored
     */
    record Unstored(Order order, String text) implements CancelResult {}
}
