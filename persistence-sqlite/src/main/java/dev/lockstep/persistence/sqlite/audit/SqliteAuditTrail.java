package dev.lockstep.persistence.sqlite.audit;

import dev.lockstep.domain.audit.AuditVerdict;
import dev.lockstep.domain.port.AuditTrail;
import dev.lockstep.domain.port.InsideWrite;
import dev.lockstep.persistence.sqlite.read.Readers;

/** Verifies the chain of events of one database. */
public final class SqliteAuditTrail implements AuditTrail {
    private final Readers readers;

    /** The chain as these readers see it. */
    public SqliteAuditTrail(Readers readers) {
        this.readers = readers;
    }

    @Override
    public AuditVerdict verify(Progress progress) {
        InsideWrite.refuse("the chain of events was verified");
        return new Verification(readers, progress).verdict();
    }
}
