package dev.lockstep.persistence.sqlite.migration;

import dev.lockstep.domain.audit.ChainHead;
import dev.lockstep.domain.audit.EventHash;
import dev.lockstep.domain.audit.StoredRecord;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.chain.RecordContent;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Migration step that chains the records stored before the record chain existed.
 *
 * <p>Lists the columns of that schema version explicitly. Columns added later are NULL in these
 * rows, and a NULL column is not part of a record's content.
 */
final class RecordChaining {
    /** The script that creates the chain. */
    static final String STEP = "V012__record_chain.sql";

    /** The script that adds adjustments to the chain. */
    static final String ADJUSTMENTS_STEP = "V014__chained_adjustments.sql";

    private static final String FOUND = "FOUND";
    private static final String INSERT =
            "INSERT INTO record_events (seq, kind, record_key, content, origin, hash)"
                    + " VALUES (?, ?, ?, ?, ?, ?)";
    private static final String HEAD = "UPDATE record_chain SET seq = ?, hash = ?";
    private static final String LAST =
            """
            SELECT seq, hash FROM record_events
            UNION ALL SELECT seq, hash FROM record_chain ORDER BY seq DESC LIMIT 1\
            """;

    private static final List<Source> SOURCES =
            List.of(
                    new Source(
                            "FILL",
                            "fills",
                            "execution_id",
                            List.of(
                                    "broker_order_id",
                                    "symbol",
                                    "side",
                                    "last_qty",
                                    "last_px",
                                    "cum_qty",
                                    "leaves_qty",
                                    "transact_time")),
                    new Source(
                            "RISK_CHANGE",
                            "risk_changes",
                            "change",
                            List.of("kind", "name", "value", "who", "why", "at")),
                    new Source(
                            "INCIDENT",
                            "incidents",
                            "incident_id",
                            List.of(
                                    "kind",
                                    "subject",
                                    "text",
                                    "opened_at",
                                    "closed_at",
                                    "resolution")),
                    new Source("LEASE", "trading_lease", "id", List.of("owner", "epoch")));

    private static final List<Source> ADJUSTMENTS =
            List.of(
                    new Source(
                            "ADJUSTMENT",
                            "adjustments",
                            "activity_id",
                            List.of(
                                    "kind",
                                    "type",
                                    "symbol",
                                    "quantity",
                                    "cash",
                                    "price",
                                    "broker_order_id",
                                    "text",
                                    "at",
                                    "payload")));

    private final Session session;
    private ChainHead head;

    private RecordChaining(Session session, ChainHead head) {
        this.session = session;
        this.head = head;
    }

    /**
     * Chains the rows that {@code step} adds to the chain, if any, within the migration's
     * transaction.
     */
    static void chain(Session session, String step) throws SQLException {
        switch (step) {
            case STEP -> chain(session, SOURCES);
            case ADJUSTMENTS_STEP -> chain(session, ADJUSTMENTS);
            default -> {}
        }
    }

    private static void chain(Session session, List<Source> sources) throws SQLException {
        RecordChaining chaining = new RecordChaining(session, end(session));
        for (Source source : sources) {
            chaining.chain(source);
        }
        chaining.keepHead();
    }

    private static ChainHead end(Session session) throws SQLException {
        try (PreparedStatement statement = session.prepared(LAST);
                ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? new ChainHead(row.getLong(1), new EventHash(row.getString(2)))
                    : ChainHead.START;
        }
    }

    private void chain(Source source) throws SQLException {
        try (PreparedStatement rows = session.prepared(source.select());
                PreparedStatement insert = session.prepared(INSERT);
                ResultSet row = rows.executeQuery()) {
            while (row.next()) {
                append(source, row, insert);
            }
        }
    }

    private void append(Source source, ResultSet row, PreparedStatement insert)
            throws SQLException {
        String key = row.getString(1);
        RecordContent content = new RecordContent();
        for (int i = 0; i < source.columns().size(); i++) {
            content.field(source.columns().get(i), row.getString(i + 2));
        }
        long seq = head.seq() + 1;
        String text = content.toString();
        EventHash hash = StoredRecord.hash(seq, head.hash(), source.kind(), key, text, FOUND);
        insert.setLong(1, seq);
        insert.setString(2, source.kind());
        insert.setString(3, key);
        insert.setString(4, text);
        insert.setString(5, FOUND);
        insert.setString(6, hash.value());
        insert.executeUpdate();
        head = new ChainHead(seq, hash);
    }

    private void keepHead() throws SQLException {
        try (PreparedStatement statement = session.prepared(HEAD)) {
            statement.setLong(1, head.seq());
            statement.setString(2, head.hash().value());
            statement.executeUpdate();
        }
    }

    /** A table whose rows are chained as records. */
    private record Source(String kind, String table, String key, List<String> columns) {
        String select() {
            return "SELECT CAST(%s AS TEXT), %s FROM %s ORDER BY %s"
                    .formatted(key, String.join(", ", columns), table, key);
        }
    }
}
