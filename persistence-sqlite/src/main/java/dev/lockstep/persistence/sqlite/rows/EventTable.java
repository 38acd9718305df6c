package dev.lockstep.persistence.sqlite.rows;

import dev.lockstep.domain.audit.ChainHead;
import dev.lockstep.domain.audit.EventHash;
import dev.lockstep.domain.audit.EventText;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.persistence.sqlite.connection.ChainPosition;
import dev.lockstep.persistence.sqlite.connection.Session;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jooq.Query;

/** The end of the chain of events on one connection, for the one who holds the write lock. */
public final class EventTable {
    private final Session session;
    private final ChainPosition position;

    /** The chain as this connection sees it. */
    public EventTable(Session session) {
        this.session = session;
        this.position = session.chainPosition();
    }

    /** Begins the text of the event that comes next. */
    EventText next() throws SQLException {
        ChainHead end = end();
        return new EventText(end.seq() + 1, end.hash());
    }

    /**
     * Writes an event.
     *
     * @param text what {@link #next} began, with the order's own part where the event is its first
     */
    void append(OrderEvent event, EventText text) throws SQLException {
        PreparedStatement statement = session.kept(ChainSql.INSERT);
        Parameters parameters = EventRow.bind(statement, event, text);
        ChainHead added = new ChainHead(end().seq() + 1, text.hash());
        parameters.number(added.seq()).text(added.hash().value());
        statement.executeUpdate();
        position.moveTo(added);
    }

    /** Writes where the chain ends, once for all events of a transaction. */
    public void keepHead() throws SQLException {
        if (position.moved()) {
            ChainHead end = end();
            PreparedStatement statement = session.kept(ChainSql.KEEP_HEAD);
            new Parameters(statement).number(end.seq()).text(end.hash().value());
            statement.executeUpdate();
        }
    }

    /** The last event that the running transaction has added, empty where it has added none. */
    public Optional<ChainHead> added() {
        return position.moved() ? position.end() : Optional.empty();
    }

    /** Whether this event is stored. */
    public boolean holds(ChainHead event) throws SQLException {
        PreparedStatement statement = session.kept(ChainSql.HASH);
        new Parameters(statement).number(event.seq());
        try (ResultSet row = statement.executeQuery()) {
            return row.next() && event.hash().value().equals(row.getString(1));
        }
    }

    /** The head as it is stored; the start where another hand has removed it. */
    ChainHead head() throws SQLException {
        return read(ChainSql.HEAD).orElse(ChainHead.START);
    }

    /**
     * Trading goes on behind whichever is further, the head or the last event: they differ only
     * where another hand was at work, and that is for the one who verifies.
     */
    private ChainHead end() throws SQLException {
        Optional<ChainHead> known = position.end();
        if (known.isPresent()) {
            return known.get();
        }
        ChainHead head = head();
        ChainHead last = read(ChainSql.LAST).orElse(ChainHead.START);
        ChainHead end = last.seq() > head.seq() ? last : head;
        position.found(end);
        return end;
    }

    private Optional<ChainHead> read(Query query) throws SQLException {
        try (ResultSet row = session.kept(query).executeQuery()) {
            return row.next()
                    ? Optional.of(new ChainHead(row.getLong(1), new EventHash(row.getString(2))))
                    : Optional.empty();
        }
    }
}
