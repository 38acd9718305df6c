package dev.lockstep.persistence.sql.adjustment;

import dev.lockstep.domain.account.ActivityId;
import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.port.store.Adjustments;
import dev.lockstep.domain.port.store.InsideWrite;
import dev.lockstep.domain.port.store.TradingLease.Lease;
import dev.lockstep.persistence.sql.read.Readers;
import dev.lockstep.persistence.sql.read.Reading;
import dev.lockstep.persistence.sql.rows.AdjustmentTable;
import dev.lockstep.persistence.sql.rows.MetaTable;
import dev.lockstep.persistence.sql.write.Fenced;
import dev.lockstep.persistence.sql.write.WriteUnit;
import dev.lockstep.persistence.sql.write.Writer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * SQL implementation of {@link Adjustments}: append-only rows; an adjustment with a known id is
 * ignored.
 */
public final class SqlAdjustments implements Adjustments {
    private static final int MAX_PER_COMMIT = 1_000;

    private final Writer writer;
    private final Readers readers;
    private final @Nullable Lease held;

    /**
     * Creates the adjustments of a database.
     *
     * @param held the lease required for writing, null if none is required
     */
    public SqlAdjustments(Writer writer, Readers readers, @Nullable Lease held) {
        this.writer = writer;
        this.readers = readers;
        this.held = held;
    }

    /**
     * Filters known adjustments by a read first, so that the write lock is not held longer than
     * needed.
     */
    @Override
    public int addAll(List<Adjustment> adjustments) {
        InsideWrite.refuse("adjustments were written");
        List<Adjustment> unknown = unknown(adjustments);
        int added = 0;
        for (int from = 0; from < unknown.size(); from += MAX_PER_COMMIT) {
            int to = Math.min(unknown.size(), from + MAX_PER_COMMIT);
            List<Adjustment> some = unknown.subList(from, to);
            added += write(session -> new AdjustmentTable(session).insert(some));
        }
        return added;
    }

    @Override
    public List<Adjustment> unknown(List<Adjustment> adjustments) {
        return read(session -> new AdjustmentTable(session).unknown(adjustments));
    }

    @Override
    public List<Adjustment> of(Collection<ActivityId> entries) {
        return read(session -> new AdjustmentTable(session).of(entries));
    }

    @Override
    public List<Entry> list(AdjustmentQuery query) {
        return read(session -> new AdjustmentTable(session).page(query));
    }

    @Override
    public Optional<Instant> completeUntil() {
        return read(session -> new MetaTable(session).adjustmentsCompleteUntil());
    }

    @Override
    public void completeUntil(Instant time) {
        InsideWrite.refuse("the adjustments' completion time was written");
        write(session -> {
            MetaTable meta = new MetaTable(session);
            if (meta.adjustmentsCompleteUntil().filter(known -> !known.isBefore(time)).isEmpty()) {
                meta.adjustmentsCompleteUntil(time);
            }
            return 0;
        });
    }

    private int write(WriteUnit<Integer> unit) {
        return writer.write(held == null ? unit : new Fenced<>(unit, held));
    }

    private <T> T read(Reading<T> reading) {
        InsideWrite.refuse("adjustments were read");
        return readers.read(reading);
    }
}
