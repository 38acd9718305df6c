package dev.lockstep.persistence.sqlite.connection;

import dev.lockstep.domain.port.RepositoryException;
import dev.lockstep.domain.port.RepositoryException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/** The only opener of connections: each one is set up the same way, and what it says is checked. */
public final class Connections {
    private static final long MAX_IDLE_JOURNAL_BYTES = 64L << 20;

    private final DatabaseFile file;
    private final Check check;
    private final Check underLock;
    private final OpenFiles files;
    private final UnstoredRestrictions unstored = new UnstoredRestrictions();
    private final String synchronous;
    private final Duration busyTimeout;

    /**
     * Names the database and its settings.
     *
     * @param synchronous {@code FULL} or {@code NORMAL}
     * @param busyTimeout how long SQLite itself waits for a lock
     * @param types tells the file system
     * @param check looks at a file that is opened for writing before anything of it is changed
     * @param underLock looks at it again, with the write lock held, whenever others have changed it
     */
    public Connections(
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

    /** The database file. */
    public Path file() {
        return file.path();
    }

    /** The name of the file system that it is on. */
    public String fileSystem() {
        return file.fileSystem();
    }

    /** Opens the database for writing and makes it if there is none. */
    public Session openWriter() throws SQLException {
        files.require();
        file.requireUsable();
        SQLiteConfig config = new SQLiteConfig();
        return opened(config, true);
    }

    /** Opens the database, which must be there, for reading only. */
    public Session openReader() throws SQLException {
        files.require();
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return opened(config, false);
    }

    /** Opens a copy of the database, for checking it. */
    public Session openCopy(Path copy) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return new Session(
                JDBC.createConnection(JDBC.PREFIX + copy, config.toProperties()),
                _ -> {},
                new UnstoredRestrictions());
    }

    /**
     * Refuses to go on if the database was deleted or replaced since it was opened.
     *
     * @throws RepositoryException with reason {@link Reason#REPLACED}
     */
    public void requireSameFile() {
        files.require();
    }

    /** The restrictions that could not be stored. */
    public UnstoredRestrictions unstored() {
        return unstored;
    }

    /** The size of the write-ahead log's file, zero where there is none. */
    public long journalBytes() {
        return file.journalBytes();
    }

    private Session opened(SQLiteConfig config, boolean writing) throws SQLException {
        config.setBusyTimeout(Math.toIntExact(busyTimeout.toMillis()));
        Properties properties = config.toProperties();
        Connection connection = JDBC.createConnection(JDBC.PREFIX + file.path(), properties);
        Session session =
                new Session(
                        connection,
                        locked -> underLock.on(locked, file.path().toString()),
                        unstored);
        try {
            setUp(session, writing);
            session.pragma("user_version"); // only a read makes the journal's files
            session.holds(files.opened());
            return session;
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    private void setUp(Session session, boolean writing) throws SQLException {
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

    /** The first thing read tells whether it is a database at all. */
    private void check(Session session) throws SQLException {
        session.pragma("schema_version");
        try {
            file.requireWhole(Long.parseLong(session.pragma("page_size")));
        } catch (IOException failure) {
            throw new RepositoryException(
                    Reason.IO_ERROR, file.path() + ": cannot be looked at: " + failure, failure);
        }
        check.on(session, file.path().toString());
    }

    private void require(Session session, String pragma, String wanted) throws SQLException {
        String found = session.pragma(pragma).toLowerCase(Locale.ROOT);
        if (!found.equals(wanted)) {
            throw new RepositoryException(
                    Reason.INCOMPATIBLE,
                    file.path()
                            + ": "
                            + pragma
                            + " is "
                            + found
                            + " and cannot be set to "
                            + wanted
                            + ": put the database on a local disk");
        }
    }

    /** Looks at a database. */
    @FunctionalInterface
    public interface Check {
        /**
         * Refuses it, or does nothing.
         *
         * @throws RepositoryException if it is not to be used
         */
        void on(Session session, String location) throws SQLException;
    }
}
