package dev.lockstep.persistence.sql.rows.notification;

import static dev.lockstep.persistence.sql.generated.Tables.RECORD_EVENTS;

import dev.lockstep.domain.incident.Acknowledgement;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.notification.RecordFeed.Entry;
import dev.lockstep.domain.port.notification.RecordFeed.Page;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.generated.tables.RecordEvents;
import dev.lockstep.persistence.sql.rows.OrderTable;
import dev.lockstep.persistence.sql.rows.RiskRow;
import dev.lockstep.persistence.sql.rows.chain.RecordContent;
import dev.lockstep.persistence.sql.rows.chain.RecordKind;
import dev.lockstep.persistence.sql.rows.column.Columns;
import dev.lockstep.persistence.sql.rows.column.EpochNanos;
import dev.lockstep.persistence.sql.rows.column.OrderSql;
import dev.lockstep.persistence.sql.rows.column.Parameters;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The record chain as a sequence of changes of incidents and restrictions, on one connection. */
public final class RecordFeedTable {
    private static final RecordEvents EARLIER = RECORD_EVENTS.as("earlier");

    private static final Query LAST =
            OrderSql.RENDER.select(DSL.max(RECORD_EVENTS.SEQ)).from(RECORD_EVENTS);

    private static final Query AFTER =
            OrderSql.RENDER
                    .select(
                            RECORD_EVENTS.SEQ,
                            RECORD_EVENTS.KIND,
                            RECORD_EVENTS.RECORD_KEY,
                            RECORD_EVENTS.CONTENT,
                            DSL.when(
                                            DSL.exists(
                                                    DSL.selectOne()
                                                            .from(EARLIER)
                                                            .where(
                                                                    EARLIER.KIND.eq(
                                                                            RECORD_EVENTS.KIND),
                                                                    EARLIER.RECORD_KEY.eq(
                                                                            RECORD_EVENTS
                                                                                    .RECORD_KEY),
                                                                    EARLIER.SEQ.lt(
                                                                            RECORD_EVENTS.SEQ))),
                                            DSL.inline(1))
                                    .otherwise(DSL.inline(0)))
                    .from(RECORD_EVENTS)
                    .where(RECORD_EVENTS.SEQ.gt(OrderSql.placeholder(RECORD_EVENTS.SEQ)))
                    .orderBy(RECORD_EVENTS.SEQ)
                    .limit(DSL.param("limit", SQLDataType.INTEGER));

    private final Session session;

    public RecordFeedTable(Session session) {
        this.session = session;
    }

    /** Returns the last position, 0 if there is no record. */
    public long last() throws SQLException {
        try (ResultSet row = session.kept(LAST).executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Returns the changes after {@code seq}. */
    public Page after(long seq, int limit) throws SQLException {
        PreparedStatement statement = session.kept(AFTER);
        new Parameters(statement).number(seq).number(limit);
        try (ResultSet rows = statement.executeQuery()) {
            List<Passed> passed = OrderTable.read(rows, Passed::read);
            return new Page(
                    passed.stream().map(Passed::entry).flatMap(Optional::stream).toList(),
                    passed.isEmpty() ? seq : passed.getLast().seq());
        }
    }

    private static Incident incident(String key, String content) {
        Map<String, String> fields = RecordContent.fields(content);
        return new Incident(
                Long.parseLong(key),
                IncidentKind.valueOf(required(fields, "kind")),
                required(fields, "subject"),
                required(fields, "text"),
                time(required(fields, "opened_at")),
                timeOrNull(fields.get("closed_at")),
                required(fields, "resolution"),
                acknowledgement(fields));
    }

    private static @Nullable Acknowledgement acknowledgement(Map<String, String> fields) {
        String by = fields.get("acknowledged_by");
        String why = fields.get("acknowledged_why");
        Instant at = timeOrNull(fields.get("acknowledged_at"));
        return by == null || why == null || at == null ? null : new Acknowledgement(by, why, at);
    }

    private static RiskChange change(String content) {
        Map<String, String> fields = RecordContent.fields(content);
        String strategy = fields.get("strategy");
        return new RiskRow(
                        required(fields, "name"),
                        RiskRow.Kind.valueOf(required(fields, "kind")),
                        fields.get("value"),
                        required(fields, "who"),
                        required(fields, "why"),
                        time(required(fields, "at")),
                        strategy == null ? null : new StrategyId(strategy))
                .change();
    }

    private static String required(Map<String, String> fields, String name) {
        return Columns.required(name, fields.get(name));
    }

    private static Instant time(String nanos) {
        return EpochNanos.time(Long.parseLong(nanos));
    }

    private static @Nullable Instant timeOrNull(@Nullable String nanos) {
        return nanos == null ? null : time(nanos);
    }

    /** A record that was read, with its change if it is of a kind that has one. */
    private record Passed(long seq, Optional<Entry> entry) {
        static Passed read(ResultSet row) throws SQLException {
            Columns columns = new Columns(row);
            long seq = columns.number();
            String kind = columns.text();
            String key = columns.text();
            String content = columns.text();
            boolean first = !columns.flag();
            return new Passed(seq, entry(seq, kind, key, content, first));
        }

        private static Optional<Entry> entry(
                long seq, String kind, String key, String content, boolean first) {
            if (kind.equals(RecordKind.INCIDENT.name())) {
                return Optional.of(new Entry.OfIncident(seq, incident(key, content), first));
            }
            return kind.equals(RecordKind.RISK_CHANGE.name())
                    ? Optional.of(new Entry.OfRisk(seq, change(content)))
                    : Optional.empty();
        }
    }
}
