package dev.lockstep.domain.audit;

import java.util.List;

/** The result of checking the whole chain. */
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
     * Rows were changed, removed, added or moved.
     *
     * @param breaks the breaks, in the order of the chain, of the orders and of the records; at
     *     most {@value #MAX_BREAKS}
     * @param whole whether these are all
     */
    record Broken(List<ChainBreak> breaks, boolean whole) implements AuditVerdict {
        /** Maximum number of reported breaks. */
        public static final int MAX_BREAKS = 100;

        public Broken {
            breaks = List.copyOf(breaks);
        }
    }
}
