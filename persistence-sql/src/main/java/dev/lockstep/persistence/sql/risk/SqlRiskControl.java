package dev.lockstep.persistence.sql.risk;

import dev.lockstep.domain.port.store.ConditionalInsert;
import dev.lockstep.domain.port.store.InsideWrite;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.persistence.sql.connection.UnstoredRestrictions;
import dev.lockstep.persistence.sql.read.Readers;
import dev.lockstep.persistence.sql.rows.ExposureTable;
import dev.lockstep.persistence.sql.rows.RiskTable;
import dev.lockstep.persistence.sql.write.Writer;
import java.time.Instant;
import java.util.List;

/** SQL implementation of {@link RiskControl}: reads and changes rows under the write lock. */
public final class SqlRiskControl implements RiskControl {
    private final Writer writer;
    private final Readers readers;
    private final UnstoredRestrictions unstored;

    public SqlRiskControl(Writer writer, Readers readers) {
        this.writer = writer;
        this.readers = readers;
        this.unstored = writer.unstored();
    }

    @Override
    public RiskRules rules() {
        InsideWrite.refuse("the risk rules were read");
        return readers.read(session -> new RiskTable(session).rules());
    }

    @Override
    public RiskRules change(RiskChange change) {
        InsideWrite.refuse("the risk rules were changed");
        RiskRules after;
        try {
            after = stored(change);
        } catch (RepositoryException failure) {
            throw unstored.keep(change) ? restrictedLocally(failure) : failure;
        }
        unstored.stored(change);
        return unstored.appliedTo(after);
    }

    /**
     * Stores the restrictions that could not be stored before.
     *
     * @throws RepositoryException if they still cannot be stored
     */
    public void storePending() {
        for (RiskChange change : unstored.pending()) {
            stored(change);
            unstored.stored(change);
        }
    }

    private RiskRules stored(RiskChange change) {
        return writer.write(session -> new RiskTable(session).apply(change));
    }

    private static RepositoryException restrictedLocally(RepositoryException failure) {
        return new RepositoryException(
                failure.reason(),
                "the restriction is in force in this process only, not in other processes: it"
                        + " could not be stored and is stored as soon as possible ("
                        + failure.getMessage()
                        + ")",
                failure);
    }

    @Override
    public Exposure exposure(ConditionalInsert gated) {
        InsideWrite.refuse("the exposure was read");
        return readers.read(session -> new ExposureTable(session, gated).seen());
    }

    @Override
    public List<RiskChange> changes(int limit) {
        if (limit < 1 || limit > MAX_CHANGES) {
            throw new InvalidValueException("limit", limit, "1 to " + MAX_CHANGES);
        }
        InsideWrite.refuse("the risk changes were read");
        return readers.read(session -> new RiskTable(session).changes(limit));
    }

    @Override
    public List<RiskChange> changes(Instant before, int limit) {
        if (limit < 1 || limit > MAX_CHANGES) {
            throw new InvalidValueException("limit", limit, "1 to " + MAX_CHANGES);
        }
        InsideWrite.refuse("the risk changes were read");
        return readers.read(session -> new RiskTable(session).changes(before, limit));
    }
}
