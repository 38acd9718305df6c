package dev.lockstep.benchmarks.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Verifies the tables after a round, in any database with Lockstep's schema. */
final class LedgerCheck {
    private LedgerCheck() {}

    /** Throws unless every fill was stored once with its event, and no order skipped a version. */
    static void of(Connection connection, Load load) throws SQLException {
        long made = load.updates();
        require(connection, "SELECT sum(CAST(cum_qty AS INTEGER)) FROM orders", made);
        require(connection, "SELECT sum(version - 2) FROM orders", made);
        require(connection, "SELECT count(*) - 2 * " + load.orders() + " FROM order_events", made);
        require(
                connection,
                "SELECT count(*) FROM orders o WHERE version <> (SELECT count(*) FROM"
                        + " order_events e WHERE e.order_id = o.order_id)",
                0);
    }

    private static void require(Connection connection, String sql, long expected)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            if (row.getLong(1) != expected) {
                throw new IllegalStateException(
                        sql + ": " + row.getLong(1) + " (expected: " + expected + ")");
            }
        }
    }
}
