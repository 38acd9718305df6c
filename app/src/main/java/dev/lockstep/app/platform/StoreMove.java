package dev.lockstep.app.platform;

import dev.lockstep.domain.audit.AuditVerdict;

/** The result of copying all orders from one store into another. */
public sealed interface StoreMove {
    /**
     * The copy is complete and its hash chains verify.
     *
     * @param rows the number of rows, counted each time they were copied
     * @param verdict the check of the copy
     * @param halted whether the original was in use, so that trading is halted there
     */
    record Complete(long rows, AuditVerdict.Intact verdict, boolean halted) implements StoreMove {}

    /**
     * The copy does not verify, and so the original does not.
     *
     * @param verdict the breaks in the copy
     */
    record Altered(AuditVerdict.Broken verdict) implements StoreMove {}
}
