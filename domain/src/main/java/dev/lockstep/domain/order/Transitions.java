package dev.lockstep.domain.order;

import static dev.lockstep.domain.order.OrderStatus.ACCEPTED;
import static dev.lockstep.domain.order.OrderStatus.FILLED;
import static dev.lockstep.domain.order.OrderStatus.HELD;
import static dev.lockstep.domain.order.OrderStatus.NEW;

/**
 * The transition table: the status of an order after the broker reports one.
 *
 * <p>Two principles decide every cell. The broker's report settles what is unknown. And an order
 * does not go back: reports can arrive late, so a status that lies before the current one is
 * outdated.
 */
final class Transitions {
    private Transitions() {}

    static OrderStatus next(OrderStatus from, OrderStatus reported) {
        return switch (from) {
            // Nobody knew, or we believed that it was not there: the broker has it after all.
            case PENDING_SUBMIT, UNKNOWN, WAITING, DENIED, NEVER_ACCEPTED -> reported;
            // A held leg is released, a halt ends, a day begins, a replacement is refused.
            case HELD, SUSPENDED, DONE_FOR_DAY, PENDING_REPLACE -> reported;
            case ACCEPTED -> reported == HELD ? from : reported;
            case NEW -> reported == HELD || reported == ACCEPTED ? from : reported;
            case PARTIALLY_FILLED ->
                    reported == HELD || reported == ACCEPTED || reported == NEW ? from : reported;
            // The cancel is under way and the broker has not got to it: still asked for.
            case PENDING_CANCEL -> reported.closed() ? reported : from;
            // The last fill and the end crossed on the way: a late fill is legal. A revival is not
            // by a report alone, which may be old; ExecutionReport.Corrected reopens an order.
            case CANCELED, EXPIRED, REPLACED, REJECTED -> reported == FILLED ? FILLED : from;
            case FILLED -> from;
        };
    }
}
