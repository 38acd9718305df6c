package dev.lockstep.persistence.sql.fill;

import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.FillCorrection;
import dev.lockstep.domain.order.OrderExecutions;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.InsideWrite;
import dev.lockstep.domain.port.store.TradingLease.Lease;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.read.Readers;
import dev.lockstep.persistence.sql.read.Reading;
import dev.lockstep.persistence.sql.read.SeveralReads;
import dev.lockstep.persistence.sql.rows.FillCorrectionTable;
import dev.lockstep.persistence.sql.rows.FillTable;
import dev.lockstep.persistence.sql.rows.MetaTable;
import dev.lockstep.persistence.sql.write.Fenced;
import dev.lockstep.persistence.sql.write.WriteUnit;
import dev.lockstep.persistence.sql.write.Writer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** SQL implementation of {@link Fills}: an execution with a known id is ignored. */
public final class SqlFills implements Fills {
    /**
     * Maximum number of executions per commit, so that a long history does not block other writes.
     */
    private static final int MAX_FILLS_PER_COMMIT = 1_000;

    private final Writer writer;
    private final Readers readers;
    private final @Nullable Lease held;

    /**
     * Creates the executions of a database.
     *
     * @param held the lease required for writing, null if none is required
     */
    public SqlFills(Writer writer, Readers readers, @Nullable Lease held) {
        this.writer = writer;
        this.readers = readers;
        this.held = held;
    }

    /**
     * Filters known executions by a read first, so that the write lock is not held longer than
     * needed.
     */
    @Override
    public int addAll(List<Fill> fills) {
        InsideWrite.refuse("executions were written");
        List<Fill> unknown = read(session -> new FillTable(session).unknown(fills));
        int added = 0;
        for (int from = 0; from < unknown.size(); from += MAX_FILLS_PER_COMMIT) {
            int to = Math.min(unknown.size(), from + MAX_FILLS_PER_COMMIT);
            List<Fill> some = unknown.subList(from, to);
            added += write(session -> new FillTable(session).insert(some));
        }
        return added;
    }

    @Override
    public List<FillCorrection> correct(List<FillCorrection> corrections) {
        InsideWrite.refuse("corrections of executions were written");
        List<FillCorrection> fresh = new ArrayList<>();
        for (FillCorrection correction : corrections) {
            if (write(session -> corrected(session, correction)) > 0) {
                fresh.add(correction);
            }
        }
        return fresh;
    }

    private static int corrected(Session session, FillCorrection correction) throws SQLException {
        if (executions(session, correction.brokerOrderId()).knows(correction)) {
            return 0;
        }
        new FillCorrectionTable(session).insert(correction);
        return 1;
    }

    @Override
    public OrderExecutions executions(BrokerOrderId id) {
        return read(session -> executions(session, id));
    }

    @Override
    public Map<BrokerOrderId, OrderExecutions> executions(Set<BrokerOrderId> ids) {
        return SeveralReads.of(ids, some -> read(session -> executions(session, some)));
    }

    private static Map<BrokerOrderId, OrderExecutions> executions(
            Session session, List<BrokerOrderId> ids) throws SQLException {
        Map<BrokerOrderId, OrderExecutions> found = new HashMap<>();
        for (BrokerOrderId id : ids) {
            found.put(id, executions(session, id));
        }
        return found;
    }

    private static OrderExecutions executions(Session session, BrokerOrderId id)
            throws SQLException {
        return new OrderExecutions(
                new FillTable(session)
                        .of(id).stream().sorted(Comparator.comparing(Fill::cumQty)).toList(),
                new FillCorrectionTable(session).of(id));
    }

    @Override
    public List<Fill> between(Instant from, Instant to) {
        return read(session ->
                        new OrderExecutions(
                                new FillTable(session).between(from, to),
                                new FillCorrectionTable(session).ofFillsBetween(from, to)))
                .current()
                .stream()
                .sorted(Comparator.comparing(Fill::transactTime).thenComparing(Fill::cumQty))
                .toList();
    }

    @Override
    public Optional<Instant> completeUntil() {
        return read(session -> new MetaTable(session).fillsCompleteUntil());
    }

    @Override
    public void completeUntil(Instant time) {
        InsideWrite.refuse("the executions' completion time was written");
        write(session -> {
            MetaTable meta = new MetaTable(session);
            if (meta.fillsCompleteUntil().filter(known -> !known.isBefore(time)).isEmpty()) {
                meta.fillsCompleteUntil(time);
            }
            return 0;
        });
    }

    private int write(WriteUnit<Integer> unit) {
        return writer.write(held == null ? unit : new Fenced<>(unit, held));
    }

    private <T> T read(Reading<T> reading) {
        InsideWrite.refuse("executions were read");
        return readers.read(reading);
    }
}
