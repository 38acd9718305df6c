package dev.lockstep.persistence.sqlite.connection;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.sql.connection.Connections;
import dev.lockstep.persistence.sql.connection.Failures;
import dev.lockstep.persistence.sql.connection.UnstoredRestrictions;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/** Factory of all connections: applies the same settings to each and verifies them. */
public final class SqliteConnections implements Connections {
    private static final long MAX_IDLE_JOURNAL_BYTES = 64L << 20;

    private final DatabaseFile file;
    private final Check check;
    private final Check underLock;
    private final OpenFiles files;
    private final UnstoredRestrictions unstored = new UnstoredRestrictions();
    private final String synchronous;
    private final Duration busyTimeout;

    /**
     * Creates a factory for one database.
     *
     * @param synchronous {@code FULL} or {@code NORMAL}
     * @param busyTimeout how long SQLite waits for a lock
     * @param types returns the file system type
     * @param check validates a file opened for writing before anything is changed
     * @param underLock validates it again under the write lock, after each commit of another
     *     connection
     */
    public SqliteConnections(
            Path file,
            String synchronous,
            Duration busyTimeout,
            FileSystemTypes types,
            Check check,
            Check underLock) {
        this.file = new DatabaseFile(file, types);
        this.files = new OpenFiles(this.file.path());
        this.synchronous = synchronous;
        this.busyTimeout = busyTimeout;
        this.check = check;
        this.underLock = underLock;
    }

    public Path file() {
        return file.path();
    }

    /** Returns the type of the database's file system. */
    public String fileSystem() {
        return file.fileSystem();
    }

    /** Opens the database for writing; creates it if absent. */
    @Override
    public SqliteSession openWriter() throws SQLException {
        files.require();
        file.requireUsable();
        SQLiteConfig config = new SQLiteConfig();
        return opened(config, true);
    }

    /** Opens the existing database read-only. */
    @Override
    public SqliteSession openReader() throws SQLException {
        files.require();
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return opened(config, false);
    }

    /** Opens a copy of the database read-only, for checking. */
    public SqliteSession openCopy(Path copy) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return new SqliteSession(
                JDBC.createConnection(JDBC.PREFIX + copy, config.toProperties()),
                _ -> {},
                new UnstoredRestrictions());
    }

    /**
     * Checks that the database has not been deleted or replaced since it was opened.
     *
     * @throws RepositoryException with reason {@link Reason#REPLACED}
     */
    public void requireSameFile() {
        files.require();
    }

    @Override
    public UnstoredRestrictions unstored() {
        return unstored;
    }

    @Override
    public Failures failures() {
        return SqliteFailures.INSTANCE;
    }

    /** Returns the size of the WAL file in bytes, zero if absent. */
    public long journalBytes() {
        return file.journalBytes();
    }

    private SqliteSession opened(SQLiteConfig config, boolean writing) throws SQLException {
        config.setBusyTimeout(Math.toIntExact(busyTimeout.toMillis()));
        Properties properties = config.toProperties();
        Connection connection = JDBC.createConnection(JDBC.PREFIX + file.path(), properties);
        SqliteSession session =
                new SqliteSession(
                        connection,
                        locked -> underLock.on(locked, file.path().toString()),
                        unstored);
        try {
            setUp(session, writing);
            session.pragma("user_version"); // only a read creates the journal files
            session.holds(files.opened());
            return session;
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    private void setUp(SqliteSession session, boolean writing) throws SQLException {
        if (writing) {
            check(session);
            session.pragma("journal_mode=WAL");
        }
        session.script("PRAGMA foreign_keys=ON");
        session.script("PRAGMA synchronous=" + synchronous);
        session.script("PRAGMA wal_autocheckpoint=0");
        session.script("PRAGMA journal_size_limit=" + MAX_IDLE_JOURNAL_BYTES);
        require(session, "journal_mode", "wal");
        require(session, "foreign_keys", "1");
        require(session, "synchronous", synchronous.equals("FULL") ? "2" : "1");
        require(session, "busy_timeout", Long.toString(busyTimeout.toMillis()));
    }

    /** Validates the database. The first pragma fails if the file is not a database. */
    private void check(SqliteSession session) throws SQLException {
        session.pragma("schema_version");
        try {
            file.requireWhole(Long.parseLong(session.pragma("page_size")));
        } catch (IOException failure) {
            throw new RepositoryException(
                    Reason.IO_ERROR, file.path() + ": cannot be examined: " + failure, failure);
        }
        check.on(session, file.path().toString());
    }

    private void require(SqliteSession session, String pragma, String expected)
            throws SQLException {
        String found = session.pragma(pragma).toLowerCase(Locale.ROOT);
        if (!found.equals(expected)) {
            throw new RepositoryException(
                    Reason.INCOMPATIBLE,
                    file.path()
                            + ": "
                            + pragma
                            + " is "
                            + found
                            + " and cannot be set to "
                            + expected
                            + ": put the database on a local disk");
        }
    }

    /** Validates a database. */
    @FunctionalInterface
    public interface Check {
        /**
         * Returns if the database may be used.
         *
         * @throws RepositoryException if it must not be used
         */
        void on(SqliteSession session, String location) throws SQLException;
    }
}
