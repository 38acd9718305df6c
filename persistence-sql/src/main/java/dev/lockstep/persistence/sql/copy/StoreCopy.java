package dev.lockstep.persistence.sql.copy;

import dev.lockstep.persistence.sql.connection.Connections;
import dev.lockstep.persistence.sql.connection.Session;
import java.sql.SQLException;

/** Copies one database into another, from one snapshot and in one transaction. */
public final class StoreCopy {
    private StoreCopy() {}

    /**
     * Replaces all that the target has by what the source has. Writers of the source are not
     * blocked. The target must have no orders, and must be opened again afterwards.
     *
     * @return the number of rows
     */
    public static long copy(Connections source, Connections target) throws SQLException {
        try (Session from = source.openReader();
                Session to = target.openWriter()) {
            from.beginReading();
            to.beginWriting();
            boolean committed = false;
            try {
                long rows = new TableCopy(from, to).copy();
                to.commit();
                committed = true;
                return rows;
            } finally {
                from.rollback();
                if (!committed) {
                    to.rollback();
                }
            }
        }
    }
}
