package dev.lockstep.persistence.sql.connection;

import dev.lockstep.domain.port.store.RepositoryException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.Query;

/**
 * An open connection with its prepared statements, rendered in its database's dialect. Not
 * thread-safe, but for {@link #interrupt}.
 */
public abstract class Session implements AutoCloseable {
    private static final int MOST_RECENT_STATEMENTS = 64;

    private final Connection connection;
    private final Dialect dialect;
    private final Failures failures;
    private final UnstoredRestrictions unstored;
    private final Map<String, PreparedStatement> kept = new HashMap<>();
    private final LinkedHashMap<Object, PreparedStatement> recent =
            new LinkedHashMap<>(16, 0.75f, true);
    private final Map<RowChange, String> several = new HashMap<>();
    private final OrderCache knownOrders = new OrderCache();
    private final ChainPosition chainPosition = new ChainPosition();
    private final PendingRows pendingRows = new PendingRows();
    private volatile boolean interrupted;

    /**
     * Wraps a connection.
     *
     * @param dialect renders the statements
     * @param failures classifies what the connection throws
     * @param unstored the restrictions in force that are not in the database
     */
    protected Session(
            Connection connection,
            Dialect dialect,
            Failures failures,
            UnstoredRestrictions unstored) {
        this.connection = connection;
        this.dialect = dialect;
        this.failures = failures;
        this.unstored = unstored;
    }

    /**
     * Takes the write lock and starts a transaction: until it ends, no other connection of any
     * process writes, and all that others have committed is seen.
     *
     * @throws RepositoryException if the database has become unusable through another connection
     */
    public abstract void beginWriting() throws SQLException;

    /** Starts a read transaction: all reads see the same snapshot. */
    public abstract void beginReading() throws SQLException;

    /**
     * Commits the transaction.
     *
     * @throws RepositoryException if what is written would be lost, because the database is no
     *     longer the one that was opened
     */
    public abstract void commit() throws SQLException;

    /** Rolls back the transaction; harmless if the database has already rolled back. */
    public abstract void rollback() throws SQLException;

    /**
     * Returns whether a statement costs a round trip, so that {@link #change} sends several
     * together.
     */
    public abstract boolean sendsTogether();

    /** Returns whether a row was written since the transaction started. */
    public abstract boolean changed() throws SQLException;

    /**
     * Returns the cached prepared statement for {@code sql}; only for a bounded set of SQL texts.
     */
    public final PreparedStatement kept(String sql) throws SQLException {
        sendPending();
        return cached(sql);
    }

    private PreparedStatement cached(String sql) throws SQLException {
        requireNotInterrupted();
        PreparedStatement statement = kept.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            kept.put(sql, statement);
        }
        return statement;
    }

    /** Returns the cached prepared statement for a constant query. */
    public final PreparedStatement kept(Query query) throws SQLException {
        return kept(dialect.constant(query));
    }

    /**
     * Changes one row. If this session {@link #sendsTogether}, the change is sent with others of
     * its kind before the next other statement or the commit, so a failure is thrown there. Then
     * changes of one kind overtake those of another; so all changes of a table within a transaction
     * must be of the same kind.
     *
     * @param values binds the values, at once
     * @param ifNone makes the exception for when no row is changed
     */
    public final void change(RowChange change, Values values, Supplier<RepositoryException> ifNone)
            throws SQLException {
        if (sendsTogether()) {
            pendingRows.add(change, values, ifNone, this::ofSeveral);
            return;
        }
        PreparedStatement statement = cached(dialect.constant(change.one()));
        values.bind(Binding.of(statement));
        if (statement.executeUpdate() == 0) {
            throw ifNone.get();
        }
    }

    private PreparedStatement ofSeveral(RowChange change) throws SQLException {
        String one = dialect.constant(change.one());
        String known = several.get(change);
        if (known == null) {
            known = several(change, cached(one));
            several.put(change, known);
        }
        return cached(known);
    }

    /**
     * Returns the SQL of a change of several rows, of which each parameter is an array of texts. An
     * update returns the first key of each row that it changed.
     *
     * @param one the statement for one row
     */
    protected abstract String several(RowChange change, PreparedStatement one) throws SQLException;

    /** Sends what {@link #change} has not sent yet. */
    public final void sendPending() throws SQLException {
        pendingRows.send(this::ofSeveral);
    }

    /** Returns whether statements failed that were sent together, of whichever caller. */
    public final boolean pendingFailed() {
        return pendingRows.failed();
    }

    /** Drops what {@link #change} has not sent yet. */
    protected final void dropPending() throws SQLException {
        pendingRows.drop();
    }

    /**
     * Returns the prepared statement of a query with many variants. Keeps the last {@value
     * #MOST_RECENT_STATEMENTS} statements in LRU order.
     *
     * @param form makes the query; the cache key, equal for queries with the same SQL
     */
    public final PreparedStatement recent(QueryForm form) throws SQLException {
        sendPending();
        requireNotInterrupted();
        PreparedStatement known = recent.get(form);
        if (known != null) {
            return known;
        }
        PreparedStatement statement = connection.prepareStatement(dialect.rendered(form.query()));
        recent.put(form, statement);
        if (recent.size() > MOST_RECENT_STATEMENTS) {
            recent.pollFirstEntry().getValue().close();
        }
        return statement;
    }

    /** Returns a new prepared statement, which the caller closes. */
    public final PreparedStatement prepared(String sql) throws SQLException {
        sendPending();
        requireNotInterrupted();
        return connection.prepareStatement(sql);
    }

    /** Returns the cache of orders; valid only under the write lock. */
    public final OrderCache knownOrders() {
        return knownOrders;
    }

    /** Returns the end of the event chain within the running write transaction. */
    public final ChainPosition chainPosition() {
        return chainPosition;
    }

    /** Returns the restrictions in force that are not in the database. */
    public final UnstoredRestrictions unstored() {
        return unstored;
    }

    /** Returns the classification of this database's failures. */
    public final Failures failures() {
        return failures;
    }

    /**
     * Closes the cached statements: a driver may be unable to rerun a statement that failed for a
     * reason other than a lock or a constraint.
     */
    public final void forgetStatements() throws SQLException {
        dropPending();
        List<PreparedStatement> dropped = new ArrayList<>(kept.values());
        dropped.addAll(recent.values());
        kept.clear();
        recent.clear();
        for (PreparedStatement statement : dropped) {
            statement.close();
        }
    }

    /**
     * Interrupts the running statement from another thread. All later statements fail too, because
     * a database ignores an interrupt if no statement is running.
     */
    public final void interrupt() throws SQLException {
        interrupted = true;
        interruptStatement();
    }

    /** Interrupts the statement that runs on the connection, if any. */
    protected abstract void interruptStatement() throws SQLException;

    /** Returns whether the session was interrupted. */
    protected final boolean wasInterrupted() {
        return interrupted;
    }

    /** Throws if the session was interrupted. */
    protected final void requireNotInterrupted() throws SQLException {
        if (interrupted) {
            throw failures.interrupted();
        }
    }

    /** Returns the connection. */
    protected final Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Binds the values of a row. */
    @FunctionalInterface
    public interface Values {
        /** Binds them. */
        void bind(Binding row) throws SQLException;
    }
}
