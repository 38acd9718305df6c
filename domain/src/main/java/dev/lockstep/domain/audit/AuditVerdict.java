package dev.lockstep.domain.audit;

import java.util.List;

/** What a walk along the whole chain found. */
public sealed interface AuditVerdict {
    /**
     * Every event and every order is what was stored.
     *
     * @param head the end of the chain
     * @param orders how many orders were compared with their last events
     * @param records the end of the chain of records, which covers what is kept besides orders
     */
    record Intact(ChainHead head, long orders, ChainHead records) implements AuditVerdict {}

    /**
     * Something was changed, removed, added or moved by another hand.
     *
     * @param breaks what, in the order of the chain, of the orders and of the records; at most
     *     {@value #MAX_BREAKS}
     * @param whole whether these are all of them
     */
    record Broken(List<ChainBreak> breaks, boolean whole) implements AuditVerdict {
        /** The most breaks that are told of. */
        public static final int MAX_BREAKS = 100;

        public Broken {
            breaks = List.copyOf(breaks);
        }
    }
}
