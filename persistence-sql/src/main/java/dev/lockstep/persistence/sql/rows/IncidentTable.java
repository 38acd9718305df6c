package dev.lockstep.persistence.sql.rows;

import static dev.lockstep.persistence.sql.generated.Tables.INCIDENTS;

import dev.lockstep.domain.incident.Acknowledgement;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.port.store.Incidents.IncidentQuery;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.chain.RecordKind;
import dev.lockstep.persistence.sql.rows.chain.RecordTable;
import dev.lockstep.persistence.sql.rows.column.Columns;
import dev.lockstep.persistence.sql.rows.column.OrderSql;
import dev.lockstep.persistence.sql.rows.column.Parameters;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Query;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The {@code incidents} table on one connection. Not thread-safe. */
public final class IncidentTable {
    private static final List<SelectField<?>> COLUMNS =
            List.of(
                    INCIDENTS.INCIDENT_ID,
                    INCIDENTS.KIND,
                    INCIDENTS.SUBJECT,
                    INCIDENTS.TEXT,
                    INCIDENTS.OPENED_AT,
                    INCIDENTS.CLOSED_AT,
                    INCIDENTS.RESOLUTION,
                    INCIDENTS.ACKNOWLEDGED_BY,
                    INCIDENTS.ACKNOWLEDGED_WHY,
                    INCIDENTS.ACKNOWLEDGED_AT);

    private static final Query OPEN_ONE =
            OrderSql.RENDER
                    .select(COLUMNS)
                    .from(INCIDENTS)
                    .where(
                            INCIDENTS
                                    .KIND
                                    .eq(DSL.param("kind", INCIDENTS.KIND))
                                    .and(
                                            INCIDENTS.SUBJECT.eq(
                                                    DSL.param("subject", INCIDENTS.SUBJECT)))
                                    .and(INCIDENTS.CLOSED_AT.isNull()));
    private static final Query OPEN_BY_NUMBER =
            OrderSql.RENDER
                    .select(COLUMNS)
                    .from(INCIDENTS)
                    .where(
                            INCIDENTS.INCIDENT_ID.eq(
                                    DSL.param("incident_id", INCIDENTS.INCIDENT_ID)),
                            INCIDENTS.CLOSED_AT.isNull());
    private static final Query OPEN_PAGE = page(INCIDENTS.CLOSED_AT.isNull());
    private static final Query PAGE = page(DSL.noCondition());
    private static final Query INSERT =
            OrderSql.RENDER
                    .insertInto(
                            INCIDENTS,
                            INCIDENTS.INCIDENT_ID,
                            INCIDENTS.KIND,
                            INCIDENTS.SUBJECT,
                            INCIDENTS.TEXT,
                            INCIDENTS.OPENED_AT,
                            INCIDENTS.RESOLUTION)
                    .values(
                            OrderSql.next(INCIDENTS.INCIDENT_ID),
                            DSL.param("kind", INCIDENTS.KIND),
                            DSL.param("subject", INCIDENTS.SUBJECT),
                            DSL.param("text", INCIDENTS.TEXT),
                            DSL.param("opened_at", INCIDENTS.OPENED_AT),
                            DSL.inline("", INCIDENTS.RESOLUTION));
    private static final Query LAST =
            OrderSql.RENDER.select(DSL.max(INCIDENTS.INCIDENT_ID)).from(INCIDENTS);
    private static final Query UPDATE =
            OrderSql.RENDER
                    .update(INCIDENTS)
                    .set(INCIDENTS.TEXT, DSL.param("text", INCIDENTS.TEXT))
                    .set(INCIDENTS.CLOSED_AT, DSL.param("closed_at", INCIDENTS.CLOSED_AT))
                    .set(INCIDENTS.RESOLUTION, DSL.param("resolution", INCIDENTS.RESOLUTION))
                    .set(INCIDENTS.ACKNOWLEDGED_BY, DSL.param("by", INCIDENTS.ACKNOWLEDGED_BY))
                    .set(INCIDENTS.ACKNOWLEDGED_WHY, DSL.param("why", INCIDENTS.ACKNOWLEDGED_WHY))
                    .set(INCIDENTS.ACKNOWLEDGED_AT, DSL.param("at", INCIDENTS.ACKNOWLEDGED_AT))
                    .where(
                            INCIDENTS.INCIDENT_ID.eq(
                                    DSL.param("incident_id", INCIDENTS.INCIDENT_ID)));

    private final Session session;

    public IncidentTable(Session session) {
        this.session = session;
    }

    /** Returns the open incident of this kind and subject. */
    public Optional<Incident> open(IncidentKind kind, String subject) throws SQLException {
        PreparedStatement statement = session.kept(OPEN_ONE);
        new Parameters(statement).text(kind.name()).text(subject);
        return read(statement).stream().findFirst();
    }

    /** Returns the open incident of this number. */
    public Optional<Incident> open(long number) throws SQLException {
        PreparedStatement statement = session.kept(OPEN_BY_NUMBER);
        new Parameters(statement).number(number);
        return read(statement).stream().findFirst();
    }

    /** Returns a page of incidents, newest first. */
    public List<Incident> page(IncidentQuery query) throws SQLException {
        Long before = query.before();
        PreparedStatement statement = session.kept(query.openOnly() ? OPEN_PAGE : PAGE);
        new Parameters(statement)
                .number(before == null ? Long.MAX_VALUE : before)
                .number(query.limit());
        return read(statement);
    }

    /** Inserts a new incident with the next number. */
    public void insert(Incident opened) throws SQLException {
        PreparedStatement statement = session.kept(INSERT);
        new Parameters(statement)
                .text(opened.kind().name())
                .text(opened.subject())
                .text(opened.text())
                .time(opened.openedAt());
        statement.executeUpdate();
        try (ResultSet row = session.kept(LAST).executeQuery()) {
            row.next();
            new RecordTable(session).append(RecordKind.INCIDENT, row.getString(1));
        }
    }

    /** Updates an incident. */
    public void update(Incident changed) throws SQLException {
        Acknowledgement acknowledged = changed.acknowledgement();
        PreparedStatement statement = session.kept(UPDATE);
        new Parameters(statement)
                .text(changed.text())
                .timeOrNull(changed.closedAt())
                .text(changed.resolution())
                .textOrNull(acknowledged == null ? null : acknowledged.by())
                .textOrNull(acknowledged == null ? null : acknowledged.reason())
                .timeOrNull(acknowledged == null ? null : acknowledged.at())
                .number(changed.number());
        statement.executeUpdate();
        new RecordTable(session).append(RecordKind.INCIDENT, Long.toString(changed.number()));
    }

    private static Query page(Condition condition) {
        return OrderSql.RENDER
                .select(COLUMNS)
                .from(INCIDENTS)
                .where(
                        condition.and(
                                INCIDENTS.INCIDENT_ID.lt(
                                        DSL.param("before", INCIDENTS.INCIDENT_ID))))
                .orderBy(INCIDENTS.INCIDENT_ID.desc())
                .limit(DSL.param("limit", Integer.class));
    }

    private static List<Incident> read(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            return OrderTable.read(rows, IncidentTable::incident);
        }
    }

    private static Incident incident(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new Incident(
                columns.number(),
                columns.enumValue(IncidentKind.class),
                columns.text(),
                columns.text(),
                columns.time(),
                columns.timeOrNull(),
                columns.text(),
                acknowledgement(columns));
    }

    private static @Nullable Acknowledgement acknowledgement(Columns columns) throws SQLException {
        String by = columns.valueOrNull(text -> text);
        String reason = columns.valueOrNull(text -> text);
        Instant at = columns.timeOrNull();
        return by == null || reason == null || at == null
                ? null
                : new Acknowledgement(by, reason, at);
    }
}
