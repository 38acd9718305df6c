package dev.lockstep.app.platform;

import dev.lockstep.domain.audit.AuditVerdict;

/** The result of copying all orders from one store into another. */
public sealed interface StoreMove {
    /**
     * The copy is complete and its hash chains verify.
     *
     * @param rows the number of rows
     * @param verdict the check of the copy
     */
    record Complete(long rows, AuditVerdict.Intact verdict) implements StoreMove {}

    /** Orders changed while they were copied, so that the copy lacks something. */
    record Outrun() implements StoreMove {}

    /**
     * The copy does not verify, and so the original does not.
     *
     * @param verdict the breaks in the copy
     */
    record Altered(AuditVerdict.Broken verdict) implements StoreMove {}

    /**
     * A trading loop is running on the original.
     *
     * @param owner its process
     */
    record InUse(String owner) implements StoreMove {}
}
