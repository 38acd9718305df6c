package dev.lockstep.persistence.sqlite.write;

import dev.lockstep.domain.audit.ChainHead;
import dev.lockstep.persistence.sqlite.connection.Session;
import dev.lockstep.persistence.sqlite.rows.EventTable;
import dev.lockstep.persistence.sqlite.rows.MetaTable;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction leaves behind when it is stored, by which it is found again: the last event
 * it added to the chain, or a value of its own where it added none. One that wrote nothing leaves
 * nothing.
 *
 * @param event the last event that was added, null where none was
 * @param value the value of its own, empty where there is an event or nothing was written
 * @param before the value that was there before it
 */
record CommitMark(@Nullable ChainHead event, String value, String before) {
    /** Leaves the mark, as the last thing that the transaction writes. */
    static CommitMark left(Session session, String value) throws SQLException {
        EventTable events = new EventTable(session);
        events.keepHead();
        Optional<ChainHead> added = events.added();
        if (added.isPresent()) {
            return new CommitMark(added.get(), "", "");
        }
        if (!session.changed()) {
            return new CommitMark(null, "", "");
        }
        MetaTable meta = new MetaTable(session);
        String before = meta.commitMark().orElse("");
        meta.commitMark(value);
        return new CommitMark(null, value, before);
    }

    /** Whether its transaction is stored, for the one who holds the write lock. */
    Trace trace(Session session) throws SQLException {
        if (event != null) {
            return new EventTable(session).holds(event) ? Trace.STORED : Trace.ABSENT;
        }
        if (value.isEmpty()) {
            return Trace.STORED;
        }
        String now = new MetaTable(session).commitMark().orElse("");
        if (now.equals(value)) {
            return Trace.STORED;
        }
        return now.equals(before) ? Trace.ABSENT : Trace.OVERWRITTEN;
    }

    /** What is found of a transaction. */
    enum Trace {
        /** It is stored. */
        STORED,
        /** It is not stored. */
        ABSENT,
        /** Others have written since, where its mark would be. */
        OVERWRITTEN
    }
}
