package dev.lockstep.persistence.sqlite.connection;

import dev.lockstep.domain.port.RepositoryException;
import dev.lockstep.domain.port.RepositoryException.Reason;
import java.nio.file.Files;
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

    private final Path file;
    private final String synchronous;
    private final Duration busyTimeout;

    /**
     * Names the database and its settings.
     *
     * @param synchronous {@code FULL} or {@code NORMAL}
     * @param busyTimeout how long SQLite itself waits for a lock
     */
    public Connections(Path file, String synchronous, Duration busyTimeout) {
        this.file = file.toAbsolutePath();
        this.synchronous = synchronous;
        this.busyTimeout = busyTimeout;
    }

    /** The database file. */
    public Path file() {
        return file;
    }

    /** Opens the database for writing and makes it if there is none. */
    public Session openWriter() throws SQLException {
        requireUsableFolder();
        SQLiteConfig config = new SQLiteConfig();
        return opened(config, true);
    }

    /** Opens the database, which must be there, for reading only. */
    public Session openReader() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return opened(config, false);
    }

    /** Opens a copy of the database, for checking it. */
    public Session openCopy(Path copy) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return new Session(JDBC.createConnection(JDBC.PREFIX + copy, config.toProperties()));
    }

    /** The size of the write-ahead log's file, zero where there is none. */
    public long journalBytes() {
        return file.resolveSibling(file.getFileName() + "-wal").toFile().length();
    }

    private Session opened(SQLiteConfig config, boolean writing) throws SQLException {
        config.setBusyTimeout(Math.toIntExact(busyTimeout.toMillis()));
        Properties properties = config.toProperties();
        Connection connection = JDBC.createConnection(JDBC.PREFIX + file, properties);
        Session session = new Session(connection);
        try {
            setUp(session, writing);
            return session;
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    private void setUp(Session session, boolean writing) throws SQLException {
        if (writing) {
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

    private void require(Session session, String pragma, String wanted) throws SQLException {
        String found = session.pragma(pragma).toLowerCase(Locale.ROOT);
        if (!found.equals(wanted)) {
            throw new RepositoryException(
                    Reason.INCOMPATIBLE,
                    file
                            + ": "
                            + pragma
                            + " is "
                            + found
                            + " and cannot be set to "
                            + wanted
                            + ": put the database on a local disk");
        }
    }

    private void requireUsableFolder() {
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new RepositoryException(
                    Reason.IO_ERROR,
                    file + ": its folder does not exist: make it, or name another");
        }
    }
}
