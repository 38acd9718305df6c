package dev.lockstep.persistence.sql.audit;

import dev.lockstep.domain.audit.AuditVerdict;
import dev.lockstep.domain.port.store.AuditTrail;
import dev.lockstep.domain.port.store.InsideWrite;
import dev.lockstep.persistence.sql.read.Readers;

/** SQL implementation of {@link AuditTrail}: verifies the event chain. */
public final class SqlAuditTrail implements AuditTrail {
    private final Readers readers;

    public SqlAuditTrail(Readers readers) {
        this.readers = readers;
    }

    @Override
    public AuditVerdict verify(Progress progress) {
        InsideWrite.refuse("the event chain was verified");
        return new Verification(readers, progress).verdict();
    }
}
