package dev.lockstep.domain.port.broker;

import dev.lockstep.domain.order.Evidence;

/** What came of asking the broker to cancel an order. */
public sealed interface CancelAnswer {
    /** What was received, or what happened instead. */
    Evidence evidence();

    /**
     * The broker took the request; whether the order ends by it is told later.
     *
     * @param evidence the answer
     */
    record Requested(Evidence evidence) implements CancelAnswer {}

    /**
     * The broker does not cancel it, mostly because it ended before.
     *
     * @param text the broker's own words
     * @param evidence the answer
     */
    record Refused(String text, Evidence evidence) implements CancelAnswer {}

    /**
     * The broker answered that it has no such order.
     *
     * @param evidence the answer
     */
    record Absent(Evidence evidence) implements CancelAnswer {}

    /**
     * Nobody knows whether the request arrived; to ask again does no harm.
     *
     * @param text what happened
     * @param evidence what was received
     */
    record Unresolved(String text, Evidence evidence) implements CancelAnswer {}
}
