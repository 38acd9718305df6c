package dev.lockstep.persistence.sql.copy;

import dev.lockstep.domain.audit.ChainHead;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.sql.connection.Connections;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.OrderTable;
import dev.lockstep.persistence.sql.rows.chain.EventTable;
import dev.lockstep.persistence.sql.rows.chain.RecordTable;
import java.sql.SQLException;

/** Copies one database into another, from one snapshot and in one transaction. */
public final class StoreCopy {
    private StoreCopy() {}

    /**
     * Replaces all that the target has by what the source has. Writers of the source are not
     * blocked: what they store meanwhile is not in the copy. The target must be opened again
     * afterwards, because its tag is another one then.
     *
     * @throws RepositoryException with reason {@link Reason#MISUSE} if the target has orders
     */
    public static CopiedStore copy(Connections source, Connections target) throws SQLException {
        try (Session from = source.openReader();
                Session to = target.openWriter()) {
            from.beginReading();
            try {
                return written(from, to);
            } finally {
                from.rollback();
            }
        }
    }

    private static CopiedStore written(Session from, Session to) throws SQLException {
        to.beginWriting();
        boolean committed = false;
        try {
            requireEmpty(to);
            long rows = new TableCopy(from, to).copy();
            to.commit();
            committed = true;
            return new CopiedStore(rows, events(from), records(from));
        } finally {
            if (!committed) {
                to.rollback();
            }
        }
    }

    /** Refuses a target with orders. */
    static void requireEmpty(Session to) throws SQLException {
        long orders = new OrderTable(to).count();
        if (orders > 0 || !records(to).equals(ChainHead.START)) {
            throw new RepositoryException(
                    Reason.MISUSE,
                    "the target has "
                            + orders
                            + " orders, or records of another account: name an empty one");
        }
    }

    private static ChainHead events(Session session) throws SQLException {
        return new EventTable(session).head();
    }

    private static ChainHead records(Session session) throws SQLException {
        return new RecordTable(session).head();
    }
}
