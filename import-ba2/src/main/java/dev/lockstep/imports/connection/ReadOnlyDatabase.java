package dev.lockstep.imports.connection;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jooq.Query;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteConnectionConfig;

/**
 * Read-only access to another program's database; its settings and journal mode are not changed.
 * Extracted rows go into temporary tables, which SQLite stores elsewhere. Not thread-safe.
 */
public final class ReadOnlyDatabase implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> kept = new HashMap<>();

    /** Wraps a connection; the driver must not attempt {@code BEGIN} before each statement. */
    private ReadOnlyDatabase(Connection connection) throws SQLException {
        this.connection = connection;
        SQLiteConnectionConfig driver =
                connection.unwrap(SQLiteConnection.class).getConnectionConfig();
        driver.setGetGeneratedKeys(false);
        driver.setAutoCommit(false);
    }

    /**
     * Opens a database.
     *
     * @param busyTimeout how long SQLite waits for the other program's lock
     * @throws RepositoryException if it is not a database or is truncated
     */
    public static ReadOnlyDatabase open(Path path, Duration busyTimeout) throws SQLException {
        SourceFile file = new SourceFile(path);
        file.requireReadable();
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(Math.toIntExact(busyTimeout.toMillis()));
        Connection connection =
                JDBC.createConnection(JDBC.PREFIX + file.path(), config.toProperties());
        try {
            ReadOnlyDatabase database = new ReadOnlyDatabase(connection);
            database.pragma("schema_version");
            file.requireWhole(Long.parseLong(database.pragma("page_size")));
            return database;
        } catch (IOException failure) {
            connection.close();
            throw new RepositoryException(
                    Reason.IO_ERROR, file.path() + ": cannot be examined: " + failure, failure);
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    /** Starts a read transaction: all reads see the same snapshot. */
    public void beginReading() throws SQLException {
        run("BEGIN");
    }

    /** Ends the read transaction, so that the other program can write; temporary tables stay. */
    public void endReading() throws SQLException {
        run("COMMIT");
    }

    /** Returns the cached prepared statement of a query. */
    public PreparedStatement kept(Query query) throws SQLException {
        String sql = query.getSQL();
        PreparedStatement statement = kept.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            kept.put(sql, statement);
        }
        return statement;
    }

    /** Returns the existing tables with their columns in order. */
    public SequencedMap<String, List<String>> tables() throws SQLException {
        SequencedMap<String, List<String>> tables = new LinkedHashMap<>();
        for (String table : texts("SELECT name FROM sqlite_master WHERE type = 'table'", 1)) {
            String quoted = '"' + table.replace("\"", "\"\"") + '"';
            tables.put(table, texts("PRAGMA table_info(" + quoted + ")", 2));
        }
        return tables;
    }

    private String pragma(String name) throws SQLException {
        return texts("PRAGMA " + name, 1).getFirst();
    }

    private List<String> texts(String sql, int column) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(column));
            }
        }
        return texts;
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
