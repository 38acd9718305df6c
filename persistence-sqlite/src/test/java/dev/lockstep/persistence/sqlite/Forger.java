package dev.lockstep.persistence.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Tampers with a database through a plain connection, without writing events. */
final class Forger implements AutoCloseable {
    private final Connection connection;

    private Forger(Connection connection) {
        this.connection = connection;
    }

    /** Opens a connection on which the schema's triggers and constraints apply. */
    static Forger restricted(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        return new Forger(connection).run("PRAGMA busy_timeout=10000");
    }

    /** Opens a connection with triggers and constraints disabled. */
    static Forger unrestricted(Path file) throws SQLException {
        return restricted(file)
                .run("PRAGMA ignore_check_constraints=ON")
                .run("PRAGMA foreign_keys=OFF")
                .run("DROP TRIGGER order_events_are_not_changed")
                .run("DROP TRIGGER order_events_are_not_removed");
    }

    Forger run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
        return this;
    }

    /** Takes the limits of strategies away, as an older release had none. */
    private Forger withoutStrategyLimits() throws SQLException {
        return run("DROP INDEX orders_at_broker_by_strategy")
                .run("DROP TABLE strategy_parts")
                .run("ALTER TABLE risk_changes DROP COLUMN strategy")
                .run("DROP TABLE risk_rules")
                .run(
                        "CREATE TABLE risk_rules (kind TEXT NOT NULL, name TEXT NOT NULL,"
                                + " value TEXT NOT NULL, who TEXT NOT NULL, why TEXT NOT NULL,"
                                + " since INTEGER NOT NULL, PRIMARY KEY (kind, name)) STRICT");
    }

    /** Takes the columns away that hold an order's purpose, and what came after them. */
    Forger withoutPurposes() throws SQLException {
        return withoutStrategyLimits()
                .run("DROP INDEX orders_by_purpose")
                .run("DROP INDEX orders_by_reverses")
                .run("ALTER TABLE orders DROP COLUMN reverses")
                .run("ALTER TABLE orders DROP COLUMN purpose_close")
                .run("ALTER TABLE orders DROP COLUMN purpose_order")
                .run("ALTER TABLE orders DROP COLUMN purpose_part")
                .run("ALTER TABLE orders DROP COLUMN purpose_attempt")
                .run("ALTER TABLE orders DROP COLUMN purpose_whole")
                .run("ALTER TABLE orders DROP COLUMN purpose_migrated")
                .run("ALTER TABLE orders DROP COLUMN purpose")
                .run("ALTER TABLE orders DROP COLUMN key_scope")
                .run("DROP TABLE trading_keys")
                .run("DROP TABLE external_cancels")
                .run("DROP TABLE notification_lanes")
                .run("DROP TABLE notification_notices")
                .run("DROP TABLE sign_ins")
                .run("ALTER TABLE orders DROP COLUMN carried_qty")
                .run("ALTER TABLE orders DROP COLUMN carried_px")
                .run("ALTER TABLE order_events DROP COLUMN carried_qty")
                .run("ALTER TABLE order_events DROP COLUMN carried_px");
    }

    List<String> columns(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT name FROM pragma_table_info('" + table + "')")) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        return columns;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
