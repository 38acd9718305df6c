package dev.lockstep.persistence.sqlite.connection;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/**
 * Read-only access to another program's database; its settings and journal mode are not changed.
 * Extracted rows go into temporary tables, which SQLite stores elsewhere.
 */
public final class ForeignDatabase {
    private final DatabaseFile file;
    private final Duration busyTimeout;

    /**
     * Creates the access.
     *
     * @param busyTimeout how long SQLite waits for the other program's lock
     */
    public ForeignDatabase(Path file, Duration busyTimeout) {
        this.file = new DatabaseFile(file, _ -> "unknown");
        this.busyTimeout = busyTimeout;
    }

    /**
     * Opens the database.
     *
     * @throws RepositoryException if it is not a database or is truncated
     */
    public Session open() throws SQLException {
        file.requireReadable();
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(Math.toIntExact(busyTimeout.toMillis()));
        Connection connection =
                JDBC.createConnection(JDBC.PREFIX + file.path(), config.toProperties());
        Session session = new Session(connection, _ -> {}, new UnstoredRestrictions());
        try {
            session.pragma("schema_version");
            file.requireWhole(Long.parseLong(session.pragma("page_size")));
            return session;
        } catch (IOException failure) {
            connection.close();
            throw new RepositoryException(
                    Reason.IO_ERROR, file.path() + ": cannot be examined: " + failure, failure);
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }
}
