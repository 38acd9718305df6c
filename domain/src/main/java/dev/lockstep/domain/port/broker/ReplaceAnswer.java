package dev.lockstep.domain.port.broker;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.RejectReason;
import dev.lockstep.domain.order.id.BrokerOrderId;
import java.util.List;

/** The answer to a replace request. */
public sealed interface ReplaceAnswer {
    /** Returns the evidence: the answer, or the failure. */
    Evidence evidence();

    /**
     * The broker accepted the request and has a new order for it. A later report shows which of the
     * two trades: if the old one fills first, the new one is rejected.
     *
     * @param order the new order; {@link BrokerOrder#replaces()} is the old one
     * @param evidence the answer
     */
    record Accepted(BrokerOrder order, Evidence evidence) implements ReplaceAnswer {}

    /**
     * The broker refused; the old order is unchanged.
     *
     * @param reason why
     * @param text the broker's message
     * @param blockedBy the blocking orders, if the broker names them
     * @param evidence the answer
     */
    record Refused(
            RejectReason reason, String text, List<BrokerOrderId> blockedBy, Evidence evidence)
            implements ReplaceAnswer {
        public Refused {
            blockedBy = List.copyOf(blockedBy);
        }
    }

    /**
     * The broker answered that it has no such order.
     *
     * @param evidence the answer
     */
    record Absent(Evidence evidence) implements ReplaceAnswer {}

    /**
     * The broker accepts no requests now: it was certainly not executed.
     *
     * @param text the broker's message
     * @param evidence the answer
     */
    record Throttled(String text, Evidence evidence) implements ReplaceAnswer {}

    /**
     * Unknown. The new order, if it exists, is found under its client order id; until then neither
     * order's quantity is certain.
     *
     * @param text what happened
     * @param evidence what was received
     */
    record Unresolved(String text, Evidence evidence) implements ReplaceAnswer {}

    /**
     * Ended before its first byte, by its guard or for want of a connection: certainly not sent.
     *
     * @param refusal why
     * @param evidence the local decision
     */
    record NotSent(SendRefusal refusal, Evidence evidence) implements ReplaceAnswer {}
}
