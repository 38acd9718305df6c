package dev.lockstep.app.cli.data;

import dev.lockstep.domain.audit.AuditVerdict;

/**
 * The result of a copy of a store in JSON.
 *
 * @param rows the number of copied rows
 * @param orders the number of orders
 * @param events the number of events
 * @param lastHash the hash of the last event
 */
record StoreCopyBody(long rows, long orders, long events, String lastHash) {
    StoreCopyBody(long rows, AuditVerdict.Intact verdict) {
        this(rows, verdict.orders(), verdict.head().seq(), verdict.head().hash().value());
    }
}
