package dev.lockstep.persistence.sql.write;

import dev.lockstep.domain.audit.ChainHead;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.MetaTable;
import dev.lockstep.persistence.sql.rows.chain.EventTable;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Mark by which a stored transaction can be recognized: the last event it appended, or a unique
 * value if it appended none. A transaction without writes leaves no mark.
 *
 * @param event the last appended event, null if none
 * @param slot the place of the value, the writer's own
 * @param value the unique value, empty if there is an event or nothing was written
 * @param before the previous value
 */
record CommitMark(@Nullable ChainHead event, int slot, String value, String before) {
    /** Writes the mark as the transaction's last write. */
    static CommitMark left(Session session, WriterMarks marks) throws SQLException {
        EventTable events = new EventTable(session);
        events.keepHead();
        Optional<ChainHead> added = events.added();
        if (added.isPresent()) {
            return new CommitMark(added.get(), 0, "", "");
        }
        if (!session.changed()) {
            return new CommitMark(null, 0, "", "");
        }
        MetaTable meta = new MetaTable(session);
        int slot = marks.slot(meta);
        String value = marks.next();
        String before = meta.commitMark(slot).orElse("");
        meta.commitMark(slot, value);
        return new CommitMark(null, slot, value, before);
    }

    /** Returns whether the transaction is stored; requires the write lock. */
    Trace trace(Session session) throws SQLException {
        if (event != null) {
            return new EventTable(session).holds(event) ? Trace.STORED : Trace.ABSENT;
        }
        if (value.isEmpty()) {
            return Trace.STORED;
        }
        String now = new MetaTable(session).commitMark(slot).orElse("");
        if (now.equals(value)) {
            return Trace.STORED;
        }
        return now.equals(before) ? Trace.ABSENT : Trace.OVERWRITTEN;
    }

    /** The result of looking up a transaction's mark. */
    enum Trace {
        /** The transaction is stored. */
        STORED,
        /** The transaction is not stored. */
        ABSENT,
        /** Another transaction has overwritten the mark. */
        OVERWRITTEN
    }
}
