package dev.lockstep.persistence.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Another hand at the database: it knows no rules and leaves no events. */
final class Forger implements AutoCloseable {
    private final Connection connection;

    private Forger(Connection connection) {
        this.connection = connection;
    }

    /** Another program, which the database's own rules still bind. */
    static Forger ruled(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        return new Forger(connection).run("PRAGMA busy_timeout=10000");
    }

    /** One who has switched the rules off. */
    static Forger unruled(Path file) throws SQLException {
        return ruled(file)
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
