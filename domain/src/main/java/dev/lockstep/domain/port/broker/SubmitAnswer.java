package dev.lockstep.domain.port.broker;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.RejectReason;
import dev.lockstep.domain.order.id.BrokerOrderId;
import java.util.List;

/** The answer to a submit. */
public sealed interface SubmitAnswer {
    /** Returns the evidence: the answer, or the failure. */
    Evidence evidence();

    /**
     * The broker has it.
     *
     * @param order the order there
     * @param evidence the answer
     */
    record Acknowledged(BrokerOrder order, Evidence evidence) implements SubmitAnswer {}

    /**
     * The broker refused the order.
     *
     * @param reason why
     * @param text the broker's message
     * @param blockedBy the blocking orders, if the broker names them
     * @param evidence the answer
     */
    record Refused(
            RejectReason reason, String text, List<BrokerOrderId> blockedBy, Evidence evidence)
            implements SubmitAnswer {
        public Refused {
            blockedBy = List.copyOf(blockedBy);
        }

        /** A refusal that names no other order. */
        public Refused(RejectReason reason, String text, Evidence evidence) {
            this(reason, text, List.of(), evidence);
        }
    }

    /**
     * The broker accepts no requests now: it was certainly not executed.
     *
     * @param text the broker's message
     * @param evidence the answer
     */
    record Throttled(String text, Evidence evidence) implements SubmitAnswer {}

    /**
     * Unknown: a timeout, a broken connection, a server error, an unreadable answer.
     *
     * @param text what happened
     * @param evidence what was received
     */
    record Unresolved(String text, Evidence evidence) implements SubmitAnswer {}

    /**
     * Ended before its first byte, by its guard or for want of a connection: certainly not sent.
     *
     * @param refusal why
     * @param evidence the local decision
     */
    record NotSent(SendRefusal refusal, Evidence evidence) implements SubmitAnswer {}
}
