package dev.lockstep.domain.port.broker;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.RejectReason;
import dev.lockstep.domain.order.id.BrokerOrderId;
import java.util.List;

/** What came of sending an order. */
public sealed interface SubmitAnswer {
    /** What was received, or what happened instead. */
    Evidence evidence();

    /**
     * The broker has it.
     *
     * @param order the order there
     * @param evidence the answer
     */
    record Acknowledged(BrokerOrder order, Evidence evidence) implements SubmitAnswer {}

    /**
     * The broker answered that it does not take it.
     *
     * @param reason why
     * @param text the broker's own words
     * @param blockedBy the orders that stand in the way, where the broker names them
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
     * The broker takes no requests now: it was certainly not executed.
     *
     * @param text the broker's own words
     * @param evidence the answer
     */
    record Throttled(String text, Evidence evidence) implements SubmitAnswer {}

    /**
     * Nobody knows: a time-out, a broken connection, a server error, an answer that cannot be read.
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
