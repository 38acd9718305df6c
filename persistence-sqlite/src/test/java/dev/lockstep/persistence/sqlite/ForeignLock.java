package dev.lockstep.persistence.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Holds the write lock on a separate connection until closed. SQLite locks between connections, so
 * this simulates another process.
 */
final class ForeignLock implements AutoCloseable {
    private final Connection connection;

    private ForeignLock(Connection connection) {
        this.connection = connection;
    }

    static ForeignLock on(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
        }
        return new ForeignLock(connection);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
