package dev.lockstep.persistence.sqlite.rows;

import static dev.lockstep.persistence.sqlite.generated.Tables.META;

import dev.lockstep.persistence.sqlite.connection.Session;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Query;
import org.jooq.impl.DSL;

/** What is kept about the database itself, on one connection. */
public final class MetaTable {
    private static final String FILLS_COMPLETE_UNTIL = "fills_complete_until";
    private static final Query READ_FILLS_COMPLETE_UNTIL =
            OrderSql.RENDER
                    .select(META.VALUE)
                    .from(META)
                    .where(META.NAME.eq(DSL.inline(FILLS_COMPLETE_UNTIL)));
    private static final Query WRITE_FILLS_COMPLETE_UNTIL =
            OrderSql.RENDER
                    .insertInto(META, META.NAME, META.VALUE)
                    .values(DSL.inline(FILLS_COMPLETE_UNTIL), DSL.param("value", META.VALUE))
                    .onConflict(META.NAME)
                    .doUpdate()
                    .set(META.VALUE, DSL.excluded(META.VALUE));
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

    /** Up to when the broker was asked for all executions; empty before the first time. */
    public Optional<Instant> fillsCompleteUntil() throws SQLException {
        try (ResultSet rows = session.kept(READ_FILLS_COMPLETE_UNTIL).executeQuery()) {
            return OrderTable.read(
                            rows, row -> EpochNanos.time(new Columns(row).value(Long::parseLong)))
                    .stream()
                    .findFirst();
        }
    }

    /** Writes up to when the broker was asked for all executions. */
    public void fillsCompleteUntil(Instant time) throws SQLException {
        PreparedStatement statement = session.kept(WRITE_FILLS_COMPLETE_UNTIL);
        new Parameters(statement).text(Long.toString(EpochNanos.of(time)));
        statement.executeUpdate();
    }
}
