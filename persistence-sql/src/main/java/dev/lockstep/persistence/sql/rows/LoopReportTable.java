package dev.lockstep.persistence.sql.rows;

import static dev.lockstep.persistence.sql.generated.Tables.LOOP_REPORT;

import dev.lockstep.domain.port.broker.StreamStatus;
import dev.lockstep.domain.port.store.LoopReport;
import dev.lockstep.domain.port.store.LoopReport.GoodSync;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.column.Columns;
import dev.lockstep.persistence.sql.rows.column.OrderSql;
import dev.lockstep.persistence.sql.rows.column.Parameters;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/** The single row of {@code loop_report} on one connection. */
public final class LoopReportTable {
    private static final List<Field<?>> COLUMNS =
            List.of(
                    LOOP_REPORT.OWNER,
                    LOOP_REPORT.AT,
                    LOOP_REPORT.GOOD_AT,
                    LOOP_REPORT.GOOD_NANOS,
                    LOOP_REPORT.GOOD_CHANGED,
                    LOOP_REPORT.STALE_AT,
                    LOOP_REPORT.TROUBLE,
                    LOOP_REPORT.STREAM,
                    LOOP_REPORT.STREAM_SINCE);

    private static final int ONLY_ROW = 1;

    private static final Query READ = OrderSql.RENDER.select(COLUMNS).from(LOOP_REPORT);
    private static final Query WRITE = write();

    private final Session session;

    public LoopReportTable(Session session) {
        this.session = session;
    }

    public Optional<LoopReport> read() throws SQLException {
        try (ResultSet rows = session.kept(READ).executeQuery()) {
            return OrderTable.read(rows, LoopReportTable::report).stream().findFirst();
        }
    }

    /** Replaces the report. */
    public void write(LoopReport report) throws SQLException {
        GoodSync good = report.goodSync();
        PreparedStatement statement = session.kept(WRITE);
        new Parameters(statement)
                .text(report.owner())
                .time(report.at())
                .timeOrNull(good == null ? null : good.at())
                .numberOrNull(good == null ? null : good.took().toNanos())
                .numberOrNull(good == null ? null : (long) good.changed())
                .time(report.staleAt())
                .text(report.trouble())
                .text(report.stream().name())
                .time(report.streamSince())
                .number(ONLY_ROW);
        statement.executeUpdate();
    }

    private static Query write() {
        List<Field<?>> all = new ArrayList<>(COLUMNS);
        all.add(LOOP_REPORT.ID);
        return OrderSql.RENDER
                .insertInto(LOOP_REPORT)
                .columns(all)
                .values(all.stream().map(OrderSql::placeholder).toList())
                .onConflict(LOOP_REPORT.ID)
                .doUpdate()
                .setAllToExcluded();
    }

    private static LoopReport report(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new LoopReport(
                columns.text(),
                columns.time(),
                goodSync(columns.timeOrNull(), columns.number(), columns.number()),
                columns.time(),
                columns.text(),
                columns.enumValue(StreamStatus.State.class),
                columns.time());
    }

    private static @Nullable GoodSync goodSync(@Nullable Instant at, long nanos, long changed) {
        return at == null
                ? null
                : new GoodSync(at, Duration.ofNanos(nanos), Math.toIntExact(changed));
    }
}
