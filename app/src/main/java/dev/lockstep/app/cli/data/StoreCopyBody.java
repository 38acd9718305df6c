package dev.lockstep.app.cli.data;

import dev.lockstep.domain.audit.AuditVerdict;

/**
 * The result of a copy of a store in JSON.
 *
 * @param rows the number of copied rows
 * @param orders the number of orders
 * @param events the number of events
 * @param lastHash the hash of the last event
 * @param halted whether trading is halted in the old store, because it was in use
 */
record StoreCopyBody(long rows, long orders, long events, String lastHash, boolean halted) {
    StoreCopyBody(long rows, AuditVerdict.Intact verdict, boolean halted) {
        this(rows, verdict.orders(), verdict.head().seq(), verdict.head().hash().value(), halted);
    }
}
