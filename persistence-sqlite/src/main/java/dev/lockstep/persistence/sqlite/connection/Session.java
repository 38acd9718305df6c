package dev.lockstep.persistence.sqlite.connection;

import dev.lockstep.domain.port.store.RepositoryException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteConnectionConfig;

/**
 * An open connection with its prepared statements. Not thread-safe.
 *
 * <p>Write transactions start with an explicit {@code BEGIN IMMEDIATE}: a transaction that upgrades
 * from read to write fails immediately if another connection has written, regardless of the busy
 * timeout.
 */
public final class Session implements AutoCloseable {
    private static final int MOST_RECENT_STATEMENTS = 64;

    private final Connection connection;
    private final Map<String, PreparedStatement> kept = new HashMap<>();
    private final LinkedHashMap<Object, PreparedStatement> recent =
            new LinkedHashMap<>(16, 0.75f, true);
    private final IdentityHashMap<Query, String> rendered = new IdentityHashMap<>();
    private final OrderCache knownOrders = new OrderCache();
    private final ChainPosition chainPosition = new ChainPosition();

    private final UnderLock underLock;
    private final UnstoredRestrictions unstored;
    private boolean checked;
    private long changesBefore;
    private OpenFiles.@Nullable Held files;
    private volatile boolean interrupted;

    /**
     * Wraps a connection. Disables two driver features that each cost more than the statement
     * itself: fetching generated keys after each insert, and attempting {@code BEGIN} after each
     * statement, which always fails inside explicit transactions.
     *
     * @param underLock validates the database after a commit of another connection
     * @param unstored the restrictions in force that are not in the database
     */
    Session(Connection connection, UnderLock underLock, UnstoredRestrictions unstored)
            throws SQLException {
        this.connection = connection;
        this.underLock = underLock;
        this.unstored = unstored;
        SQLiteConnectionConfig driver =
                connection.unwrap(SQLiteConnection.class).getConnectionConfig();
        driver.setGetGeneratedKeys(false);
        driver.setAutoCommit(false);
    }

    /**
     * Returns the cached prepared statement for {@code sql}; only for a bounded set of SQL texts.
     */
    public PreparedStatement kept(String sql) throws SQLException {
        requireNotInterrupted();
        PreparedStatement statement = kept.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            kept.put(sql, statement);
        }
        return statement;
    }

    /** Returns the cached prepared statement for {@code query}, rendered once. */
    public PreparedStatement kept(Query query) throws SQLException {
        String sql = rendered.get(query);
        if (sql == null) {
            sql = query.getSQL();
            rendered.put(query, sql);
        }
        return kept(sql);
    }

    /**
     * Returns the prepared statement of a query with many variants. Keeps the last {@value
     * #MOST_RECENT_STATEMENTS} statements in LRU order.
     *
     * @param form the cache key, equal for queries with the same SQL
     * @param sql renders the SQL on a cache miss
     */
    public PreparedStatement recent(Object form, Supplier<String> sql) throws SQLException {
        requireNotInterrupted();
        PreparedStatement known = recent.get(form);
        if (known != null) {
            return known;
        }
        PreparedStatement statement = connection.prepareStatement(sql.get());
        recent.put(form, statement);
        if (recent.size() > MOST_RECENT_STATEMENTS) {
            recent.pollFirstEntry().getValue().close();
        }
        return statement;
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

    /** Returns a new prepared statement, which the caller closes. */
    public PreparedStatement prepared(String sql) throws SQLException {
        requireNotInterrupted();
        return connection.prepareStatement(sql);
    }

    /** Associates the open files with this session. */
    void holds(OpenFiles.Held opened) {
        files = opened;
    }

    /**
     * Takes the write lock and starts a transaction.
     *
     * @throws RepositoryException if the database has become unusable through another connection
     */
    public void beginImmediate() throws SQLException {
        chainPosition.forget();
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

    /** Returns whether a row was written since the transaction started. */
    public boolean changed() throws SQLException {
        return changes() != changesBefore;
    }

    private long changes() throws SQLException {
        return connection.unwrap(SQLiteConnection.class).getDatabase().total_changes();
    }

    private boolean changedByOthers() throws SQLException {
        try (ResultSet row = kept("PRAGMA data_version").executeQuery()) {
            return knownOrders.locked(row.getLong(1));
        }
    }

    /** Returns the cache of orders; valid only under the write lock. */
    public OrderCache knownOrders() {
        return knownOrders;
    }

    /** Returns the end of the event chain within the running write transaction. */
    public ChainPosition chainPosition() {
        return chainPosition;
    }

    /** Returns the restrictions in force that are not in the database. */
    public UnstoredRestrictions unstored() {
        return unstored;
    }

    /** Starts a read transaction: all reads see the same snapshot. */
    public void beginReading() throws SQLException {
        kept("BEGIN").execute();
    }

    /**
     * Commits the transaction.
     *
     * @throws RepositoryException if the database files have been deleted or replaced
     */
    public void commit() throws SQLException {
        if (files != null) {
            files.require();
        }
        kept("COMMIT").execute();
    }

    /** Rolls back the transaction; harmless if SQLite has already rolled back. */
    public void rollback() throws SQLException {
        knownOrders.forget();
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException failure) {
            if (!ConnectionFailures.nothingToRollBack(failure)) {
                throw failure;
            }
        }
    }

    /**
     * Closes the cached statements: the driver cannot rerun a statement that failed for a reason
     * other than a lock or a constraint.
     */
    public void forgetStatements() throws SQLException {
        List<PreparedStatement> dropped = new ArrayList<>(kept.values());
        dropped.addAll(recent.values());
        kept.clear();
        recent.clear();
        for (PreparedStatement statement : dropped) {
            statement.close();
        }
    }

    /** Runs a script of several statements. */
    public void script(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** Returns the first column of a pragma's first row, empty if it returns no row. */
    public String pragma(String nameAndArgument) throws SQLException {
        requireNotInterrupted();
        try (Statement statement = connection.createStatement();
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
        try (PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, target.toString());
            statement.execute();
        }
    }

    /**
     * Interrupts the running statement from another thread. All later statements fail too, because
     * SQLite ignores an interrupt if no statement is running.
     */
    public void interrupt() throws SQLException {
        interrupted = true;
        connection.unwrap(SQLiteConnection.class).getDatabase().interrupt();
    }

    private void requireNotInterrupted() throws SQLException {
        if (interrupted) {
            throw ConnectionFailures.interrupted();
        }
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
        connection.close();
    }

    /** Validates a database while its write lock is held. */
    @FunctionalInterface
    interface UnderLock {
        /** Returns if the database may be used, otherwise throws. */
        void check(Session session) throws SQLException;
    }
}
