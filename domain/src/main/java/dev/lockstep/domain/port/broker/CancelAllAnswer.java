package dev.lockstep.domain.port.broker;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.id.BrokerOrderId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The answer to a request to cancel all open orders. */
public sealed interface CancelAllAnswer {
    /** Returns the evidence: the answer, or the failure. */
    Evidence evidence();

    /**
     * The broker answered for each order that was open.
     *
     * @param byOrder what it said of each; empty where no order was open
     * @param evidence the answer
     */
    record Answered(SequencedMap<BrokerOrderId, CancelAnswer> byOrder, Evidence evidence)
            implements CancelAllAnswer {
        public Answered {
            byOrder = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byOrder));
        }
    }

    /**
     * The broker refused.
     *
     * @param text the broker's message
     * @param evidence the answer
     */
    record Refused(String text, Evidence evidence) implements CancelAllAnswer {}

    /**
     * Unknown which orders the request reached; repeating it is safe.
     *
     * @param text what happened
     * @param evidence what was received
     */
    record Unresolved(String text, Evidence evidence) implements CancelAllAnswer {}
}
