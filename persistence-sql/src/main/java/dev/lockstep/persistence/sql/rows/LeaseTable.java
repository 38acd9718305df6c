package dev.lockstep.persistence.sql.rows;

import static dev.lockstep.persistence.sql.generated.Tables.TRADING_LEASE;

import dev.lockstep.domain.port.store.TradingLease.Lease;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.chain.RecordKind;
import dev.lockstep.persistence.sql.rows.chain.RecordTable;
import dev.lockstep.persistence.sql.rows.column.Columns;
import dev.lockstep.persistence.sql.rows.column.OrderSql;
import dev.lockstep.persistence.sql.rows.column.Parameters;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jooq.Query;
import org.jooq.impl.DSL;

/** The single row of {@code trading_lease} on one connection. */
public final class LeaseTable {
    private static final Query READ =
            OrderSql.RENDER
                    .select(TRADING_LEASE.OWNER, TRADING_LEASE.EPOCH, TRADING_LEASE.UNTIL)
                    .from(TRADING_LEASE);
    private static final Query WRITE =
            OrderSql.RENDER
                    .insertInto(
                            TRADING_LEASE,
                            TRADING_LEASE.ID,
                            TRADING_LEASE.OWNER,
                            TRADING_LEASE.EPOCH,
                            TRADING_LEASE.UNTIL)
                    .values(
                            DSL.inline(1, TRADING_LEASE.ID),
                            DSL.param("owner", TRADING_LEASE.OWNER),
                            DSL.param("epoch", TRADING_LEASE.EPOCH),
                            DSL.param("until", TRADING_LEASE.UNTIL))
                    .onConflict(TRADING_LEASE.ID)
                    .doUpdate()
                    .set(TRADING_LEASE.OWNER, DSL.excluded(TRADING_LEASE.OWNER))
                    .set(TRADING_LEASE.EPOCH, DSL.excluded(TRADING_LEASE.EPOCH))
                    .set(TRADING_LEASE.UNTIL, DSL.excluded(TRADING_LEASE.UNTIL));

    private final Session session;

    public LeaseTable(Session session) {
        this.session = session;
    }

    /** Returns the last lease taken. */
    public Optional<Lease> read() throws SQLException {
        try (ResultSet rows = session.kept(READ).executeQuery()) {
            return OrderTable.read(rows, LeaseTable::lease).stream().findFirst();
        }
    }

    /** Replaces the lease. */
    public void write(Lease lease) throws SQLException {
        boolean renewed = read().filter(last -> sameOwner(last, lease)).isPresent();
        PreparedStatement statement = session.kept(WRITE);
        new Parameters(statement).text(lease.owner()).number(lease.epoch()).time(lease.until());
        statement.executeUpdate();
        if (!renewed) {
            new RecordTable(session).append(RecordKind.LEASE, "1");
        }
    }

    private static boolean sameOwner(Lease last, Lease next) {
        return last.owner().equals(next.owner()) && last.epoch() == next.epoch();
    }

    private static Lease lease(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new Lease(columns.text(), columns.number(), columns.time());
    }
}
