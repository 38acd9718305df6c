package dev.lockstep.persistence.sqlite.migration;

import dev.lockstep.domain.audit.ChainHead;
import dev.lockstep.domain.audit.EventText;
import dev.lockstep.persistence.sql.connection.Session;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Migration step that chains the events stored before the event chain existed, in insertion order.
 *
 * <p>Lists the columns of that schema version explicitly. Columns added later are NULL in these
 * rows, and a NULL column is not part of a hash.
 */
final class EventChaining {
    /** The script that creates the chain. */
    static final String STEP = "V006__event_chain.sql";

    private static final int EVENTS_PER_PAGE = 1_000;

    private static final List<String> TERMS =
            List.of(
                    "order_id",
                    "client_order_id",
                    "idempotency_key",
                    "parent",
                    "symbol",
                    "side",
                    "order_qty",
                    "cash_order_qty",
                    "order_type",
                    "limit_price",
                    "stop_px",
                    "trail_offset",
                    "trail_percent",
                    "time_in_force",
                    "trading_hours",
                    "order_class",
                    "take_profit_limit",
                    "stop_loss_stop",
                    "stop_loss_limit",
                    "created_at");

    private static final List<String> EVENT =
            List.of(
                    "order_id",
                    "version",
                    "at",
                    "status",
                    "broker_order_id",
                    "broker_status",
                    "cum_qty",
                    "avg_px",
                    "cancel_wanted",
                    "transact_time",
                    "text",
                    "source",
                    "summary",
                    "request_id",
                    "payload");

    private static final String PAGE =
            "SELECT e.rowid, e.version, "
                    + Stream.concat(led("o.", TERMS), led("e.", EVENT))
                            .collect(Collectors.joining(", "))
                    + " FROM order_events_unchained e JOIN orders o ON o.order_id = e.order_id"
                    + " WHERE e.rowid > ? ORDER BY e.rowid LIMIT "
                    + EVENTS_PER_PAGE;
    private static final String COPY =
            "INSERT INTO order_events (seq, hash, "
                    + String.join(", ", EVENT)
                    + ") SELECT ?, ?, "
                    + String.join(", ", EVENT)
                    + " FROM order_events_unchained WHERE rowid = ?";
    private static final String HEAD = "UPDATE event_chain SET seq = ?, hash = ?";

    private final Session session;
    private ChainHead head = ChainHead.START;
    private long row = Long.MIN_VALUE;

    private EventChaining(Session session) {
        this.session = session;
    }

    /** Chains all events within the migration's transaction. */
    static void chain(Session session) throws SQLException {
        EventChaining chaining = new EventChaining(session);
        while (chaining.page() == EVENTS_PER_PAGE) {
            // The next page starts after the last row of this one.
        }
        chaining.keepHead();
    }

    private int page() throws SQLException {
        int events = 0;
        try (PreparedStatement page = session.prepared(PAGE);
                PreparedStatement copy = session.prepared(COPY)) {
            page.setLong(1, row);
            try (ResultSet rows = page.executeQuery()) {
                for (; rows.next(); events++) {
                    append(rows, copy);
                }
            }
        }
        return events;
    }

    private void append(ResultSet event, PreparedStatement copy) throws SQLException {
        row = event.getLong(1);
        EventText text = new EventText(head.seq() + 1, head.hash());
        if (event.getLong(2) == 1) {
            add(text, "orders.", TERMS, event, 3);
        }
        add(text, "", EVENT, event, 3 + TERMS.size());
        head = new ChainHead(head.seq() + 1, text.hash());
        copy.setLong(1, head.seq());
        copy.setString(2, head.hash().value());
        copy.setLong(3, row);
        copy.executeUpdate();
    }

    private static void add(
            EventText text, String led, List<String> columns, ResultSet event, int first)
            throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            text.field(led + columns.get(i), event.getString(first + i));
        }
    }

    private void keepHead() throws SQLException {
        try (PreparedStatement statement = session.prepared(HEAD)) {
            statement.setLong(1, head.seq());
            statement.setString(2, head.hash().value());
            statement.executeUpdate();
        }
    }

    private static Stream<String> led(String table, List<String> columns) {
        return columns.stream().map(column -> table + column);
    }
}
