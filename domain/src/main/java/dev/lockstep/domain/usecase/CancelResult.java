package dev.lockstep.domain.usecase;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderId;

/** What a caller of {@link CancelOrder} learns. */
public sealed interface CancelResult {
    /**
     * There is no such order.
     *
     * @param id the order asked for
     */
    record NoSuchOrder(OrderId id) implements CancelResult {}

    /**
     * The broker took the request; the order is PENDING_CANCEL until the broker says what became of
     * it.
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
     * Nobody knows yet whether the order exists; the wish is stored, and it is canceled as soon as
     * it is found.
     *
     * @param order the order
     */
    record OnceResolved(Order order) implements CancelResult {}

    /**
     * Nobody knows whether the request arrived; it may be made again.
     *
     * @param order the order, PENDING_CANCEL
     * @param text what happened
     */
    record Unresolved(Order order, String text) implements CancelResult {}
}
