package dev.lockstep.persistence.sqlite.connection;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.persistence.sql.connection.Dialect;
import dev.lockstep.persistence.sql.connection.RowChange;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.connection.UnstoredRestrictions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteConnectionConfig;

/**
 * An open connection to a SQLite file. Not thread-safe, but for {@link #interrupt}.
 *
 * <p>Write transactions start with an explicit {@code BEGIN IMMEDIATE}: a transaction that upgrades
 * from read to write fails immediately if another connection has written, regardless of the busy
 * timeout.
 */
public final class SqliteSession extends Session {
    private static final Dialect DIALECT = new Dialect(SQLDialect.SQLITE);

    private final UnderLock underLock;
    private boolean checked;
    private long changesBefore;
    private OpenFiles.@Nullable Held files;

    /**
     * Wraps a connection. Disables two driver features that each cost more than the statement
     * itself: fetching generated keys after each insert, and attempting {@code BEGIN} after each
     * statement, which always fails inside explicit transactions.
     *
     * @param underLock validates the database after a commit of another connection
     * @param unstored the restrictions in force that are not in the database
     */
    SqliteSession(Connection connection, UnderLock underLock, UnstoredRestrictions unstored)
            throws SQLException {
        super(connection, DIALECT, SqliteFailures.INSTANCE, unstored);
        this.underLock = underLock;
        SQLiteConnectionConfig driver =
                connection.unwrap(SQLiteConnection.class).getConnectionConfig();
        driver.setGetGeneratedKeys(false);
        driver.setAutoCommit(false);
    }

    /** Returns the session of a SQLite file as what it is. */
    public static SqliteSession of(Session session) {
        return (SqliteSession) session;
    }

    /** Runs SQLite's full integrity check; returns "ok" or the first error. */
    public String integrity() throws SQLException {
        return pragma("integrity_check(1)");
    }

    /**
     * Runs SQLite's quick check, which reads the whole file but checks less; returns "ok" or the
     * first error.
     */
    public String quickCheck() throws SQLException {
        return pragma("quick_check(1)");
    }

    /** Associates the open files with this session. */
    void holds(OpenFiles.Held opened) {
        files = opened;
    }

    @Override
    public void beginWriting() throws SQLException {
        chainPosition().forget();
        kept("BEGIN IMMEDIATE").execute();
        try {
            changesBefore = changes();
            checked &= !changedByOthers();
            if (!checked) {
                underLock.check(this);
                checked = true;
            }
        } catch (SQLException | RepositoryException failure) {
            rollback();
            throw failure;
        }
    }

    /** Returns false: SQLite runs in this process. */
    @Override
    public boolean sendsTogether() {
        return false;
    }

    @Override
    protected String several(RowChange change, PreparedStatement one) {
        throw new IllegalStateException("SQLite changes row by row");
    }

    @Override
    public boolean changed() throws SQLException {
        return changes() != changesBefore;
    }

    private long changes() throws SQLException {
        return connection().unwrap(SQLiteConnection.class).getDatabase().total_changes();
    }

    private boolean changedByOthers() throws SQLException {
        try (ResultSet row = kept("PRAGMA data_version").executeQuery()) {
            return knownOrders().locked(row.getLong(1));
        }
    }

    @Override
    public void beginReading() throws SQLException {
        kept("BEGIN").execute();
    }

    /**
     * Commits the transaction.
     *
     * @throws RepositoryException if the database files have been deleted or replaced
     */
    @Override
    public void commit() throws SQLException {
        if (files != null) {
            files.require();
        }
        kept("COMMIT").execute();
    }

    @Override
    public void rollback() throws SQLException {
        knownOrders().forget();
        try (Statement statement = connection().createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException failure) {
            if (!SqliteFailures.nothingToRollBack(failure)) {
                throw failure;
            }
        }
    }

    /** Runs a script of several statements. */
    public void script(String sql) throws SQLException {
        try (Statement statement = connection().createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** Returns the first column of a pragma's first row, empty if it returns no row. */
    public String pragma(String nameAndArgument) throws SQLException {
        requireNotInterrupted();
        try (Statement statement = connection().createStatement();
                ResultSet row = statement.executeQuery("PRAGMA " + nameAndArgument)) {
            String answer = row.next() ? row.getString(1) : null;
            return answer == null ? "" : answer;
        }
    }

    /** Checkpoints as many WAL pages as possible without waiting for readers. */
    public JournalState checkpoint() throws SQLException {
        return journalState("PRAGMA wal_checkpoint(PASSIVE)");
    }

    /** Returns the checkpoint state of the WAL. */
    public JournalState journalState() throws SQLException {
        return journalState("PRAGMA wal_checkpoint(NOOP)");
    }

    /** Writes a snapshot of the database to a new file. */
    public void copyInto(Path target) throws SQLException {
        try (PreparedStatement statement = connection().prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, target.toString());
            statement.execute();
        }
    }

    @Override
    protected void interruptStatement() throws SQLException {
        connection().unwrap(SQLiteConnection.class).getDatabase().interrupt();
    }

    private JournalState journalState(String pragma) throws SQLException {
        try (ResultSet row = kept(pragma).executeQuery()) {
            return new JournalState(row.getLong(2), row.getLong(3));
        }
    }

    @Override
    public void close() throws SQLException {
        if (files != null) {
            files.closed();
        }
        super.close();
    }

    /** Validates a database while its write lock is held. */
    @FunctionalInterface
    interface UnderLock {
        /** Returns if the database may be used, otherwise throws. */
        void check(SqliteSession session) throws SQLException;
    }
}
