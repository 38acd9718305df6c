package dev.lockstep.domain.port.broker;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.id.BrokerOrderId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** What came of asking the broker to cancel all open orders. */
public sealed interface CancelAllAnswer {
    /** What was received, or what happened instead. */
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
     * The broker cancels none.
     *
     * @param text the broker's own words
     * @param evidence the answer
     */
    record Refused(String text, Evidence evidence) implements CancelAllAnswer {}

    /**
     * Nobody knows which of them the request reached; to ask again does no harm.
     *
     * @param text what happened
     * @param evidence what was received
     */
    record Unresolved(String text, Evidence evidence) implements CancelAllAnswer {}
}
