package dev.lockstep.persistence.sql.rows.chain;

import dev.lockstep.domain.audit.ChainHead;
import dev.lockstep.domain.audit.EventHash;
import dev.lockstep.domain.audit.EventText;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.sql.connection.Binding;
import dev.lockstep.persistence.sql.connection.ChainPosition;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.column.Parameters;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jooq.Query;

/** The event chain on one connection; appending requires the write lock. */
public final class EventTable {
    private final Session session;
    private final ChainPosition position;

    public EventTable(Session session) {
        this.session = session;
        this.position = session.chainPosition();
    }

    /** Starts the hashed text of the next event. */
    public EventText next() throws SQLException {
        ChainHead end = end();
        return new EventText(end.seq() + 1, end.hash());
    }

    /**
     * Appends an event.
     *
     * @param text the text started by {@link #next}, including the order's terms for its first
     *     event
     */
    public void append(OrderEvent event, EventText text) throws SQLException {
        long seq = end().seq() + 1;
        session.change(
                ChainSql.INSERT,
                row -> position.moveTo(bound(row, event, text, seq)),
                () -> new RepositoryException(Reason.CORRUPT, "event " + seq + " was not stored"));
    }

    private static ChainHead bound(Binding row, OrderEvent event, EventText text, long seq)
            throws SQLException {
        Parameters parameters = EventRow.bind(row, event, text);
        ChainHead added = new ChainHead(seq, text.hash());
        parameters.number(seq).text(added.hash().value());
        return added;
    }

    /** Writes the chain's end, once for all events of a transaction. */
    public void keepHead() throws SQLException {
        if (position.moved()) {
            ChainHead end = end();
            PreparedStatement statement = session.kept(ChainSql.KEEP_HEAD);
            new Parameters(statement).number(end.seq()).text(end.hash().value());
            statement.executeUpdate();
        }
    }

    /** Returns the last event appended by the running transaction, empty if none. */
    public Optional<ChainHead> added() {
        return position.moved() ? position.end() : Optional.empty();
    }

    /** Returns whether this event is stored. */
    public boolean holds(ChainHead event) throws SQLException {
        PreparedStatement statement = session.kept(ChainSql.HASH);
        new Parameters(statement).number(event.seq());
        try (ResultSet row = statement.executeQuery()) {
            return row.next() && event.hash().value().equals(row.getString(1));
        }
    }

    /** Returns the stored head; the start of the chain if tampering has removed it. */
    public ChainHead head() throws SQLException {
        return read(ChainSql.HEAD).orElse(ChainHead.START);
    }

    /**
     * Returns the later of head and last event, so that trading continues. They differ only after
     * tampering, which verification reports.
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
