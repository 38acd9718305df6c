package dev.lockstep.domain.port.broker;

import dev.lockstep.domain.order.Evidence;

/** The answer to a cancel request. */
public sealed interface CancelAnswer {
    /** Returns the evidence: the answer, or the failure. */
    Evidence evidence();

    /**
     * The broker accepted the request; a later report shows whether the order ends by it.
     *
     * @param evidence the answer
     */
    record Requested(Evidence evidence) implements CancelAnswer {}

    /**
     * The broker does not cancel it, usually because it ended before.
     *
     * @param text the broker's message
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
     * Unknown whether the request arrived; repeating it is safe.
     *
     * @param text what happened
     * @param evidence what was received
     */
    record Unresolved(String text, Evidence evidence) implements CancelAnswer {}
}
