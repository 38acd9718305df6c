package dev.lockstep.domain.port.broker;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.RejectReason;
import dev.lockstep.domain.order.id.BrokerOrderId;
import java.util.List;

/** What came of asking the broker to close a position. */
public sealed interface CloseAnswer {
    /** What was received, or what happened instead. */
    Evidence evidence();

    /**
     * The broker made an order that closes it.
     *
     * @param order that order, under a client order id of the broker's making
     * @param evidence the answer
     */
    record Accepted(BrokerOrder order, Evidence evidence) implements CloseAnswer {}

    /**
     * The broker answered that it does not, mostly because open orders hold the shares.
     *
     * @param reason why
     * @param text the broker's own words
     * @param blockedBy the orders that stand in the way, where the broker names them
     * @param evidence the answer
     */
    record Refused(
            RejectReason reason, String text, List<BrokerOrderId> blockedBy, Evidence evidence)
            implements CloseAnswer {
        public Refused {
            blockedBy = List.copyOf(blockedBy);
        }
    }

    /**
     * The broker answered that there is no such position.
     *
     * @param evidence the answer
     */
    record Absent(Evidence evidence) implements CloseAnswer {}

    /**
     * The broker takes no requests now: it was certainly not executed.
     *
     * @param text the broker's own words
     * @param evidence the answer
     */
    record Throttled(String text, Evidence evidence) implements CloseAnswer {}

    /**
     * Nobody knows whether there is an order. It would have no id that we know, so the open orders
     * and the position must be looked at before anybody asks again: a second close could turn the
     * position around.
     *
     * @param text what happened
     * @param evidence what was received
     */
    record Unresolved(String text, Evidence evidence) implements CloseAnswer {}
}
