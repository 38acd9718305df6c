package dev.lockstep.domain.port.broker;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.RejectReason;
import dev.lockstep.domain.order.id.BrokerOrderId;
import java.util.List;

/** What came of asking the broker to put another order in the place of one. */
public sealed interface ReplaceAnswer {
    /** What was received, or what happened instead. */
    Evidence evidence();

    /**
     * The broker took the request and has a new order for it. Which of the two trades is told
     * later: if the old one fills first, the new one is rejected.
     *
     * @param order the new order; {@link BrokerOrder#replaces()} is the old one
     * @param evidence the answer
     */
    record Accepted(BrokerOrder order, Evidence evidence) implements ReplaceAnswer {}

    /**
     * The broker answered that it does not; the old order stands as it was.
     *
     * @param reason why
     * @param text the broker's own words
     * @param blockedBy the orders that stand in the way, where the broker names them
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
     * The broker takes no requests now: it was certainly not executed.
     *
     * @param text the broker's own words
     * @param evidence the answer
     */
    record Throttled(String text, Evidence evidence) implements ReplaceAnswer {}

    /**
     * Nobody knows. The new order, if there is one, is found under its client order id; until that
     * is known neither order's quantity is certain.
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
