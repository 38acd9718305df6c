package dev.lockstep.domain.usecase.close;

import dev.lockstep.domain.order.Order;
import java.util.Optional;

/** What a request to close leads to, before anything is changed for it. */
sealed interface CloseDecision {
    /**
     * Nothing is to be done.
     *
     * @param result the result of the request
     */
    record Answer(CloseResult result) implements CloseDecision {}

    /**
     * A close of the same has not ended, or is this request.
     *
     * @param close the one that goes on
     */
    record Continue(Order close) implements CloseDecision {}

    /**
     * A close of another part has not ended; it takes its next step instead.
     *
     * @param other the one that goes on
     */
    record Behind(Order other) implements CloseDecision {}

    /**
     * A closing order is to be stored.
     *
     * @param some what it closes
     * @param last the close that it follows, if any
     */
    record Store(RequestedClose some, Optional<Order> last) implements CloseDecision {}

    /** Closes have ended since they were read: the decision has to be made again. */
    record Again() implements CloseDecision {}
}
