package dev.lockstep.persistence.sqlite.rows;

import static dev.lockstep.persistence.sqlite.generated.Tables.META;

import dev.lockstep.persistence.sqlite.connection.Session;
import java.sql.SQLException;
import org.jooq.Query;

/** What is kept about the database itself, on one connection. */
public final class MetaTable {
    private static final Query REWRITE = OrderSql.RENDER.update(META).set(META.VALUE, META.VALUE);

    private final Session session;

    /** The table as this connection sees it. */
    public MetaTable(Session session) {
        this.session = session;
    }

    /** Writes every row as it is: nothing changes, and a page goes to the disk. */
    public void rewrite() throws SQLException {
        session.kept(REWRITE).executeUpdate();
    }
}
