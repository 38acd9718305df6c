package dev.lockstep.persistence.postgres.connection;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.sql.connection.Dialect;
import dev.lockstep.persistence.sql.connection.RowChange;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.connection.UnstoredRestrictions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jooq.SQLDialect;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open connection to PostgreSQL. Not thread-safe, but for {@link #interrupt}.
 *
 * <p>A write transaction begins by updating one row, whose lock the server holds until the
 * transaction ends, also when this process or its machine dies. So one transaction writes at a time
 * on all machines, in the order in which they came, and each sees what those before it stored.
 */
public final class PostgresSession extends Session {
    /** The table of the schema's migrations. */
    public static final String HISTORY = "schema_history";

    private static final List<String> SETTINGS =
            List.of(
                    "server_version",
                    "synchronous_commit",
                    "synchronous_standby_names",
                    "fsync",
                    "full_page_writes",
                    "data_checksums",
                    "lock_timeout",
                    "search_path");

    private static final Logger LOG = LoggerFactory.getLogger(PostgresSession.class);
    private static final Dialect DIALECT = new Dialect(SQLDialect.POSTGRES);
    private static final String TAKE_LOCK =
            "UPDATE write_lock SET writes = writes + 1 WHERE id = 1"
                    + " RETURNING writes,"
                    + " (extract(epoch from clock_timestamp()) * 1000000)::bigint, "
                    + HintConnection.NOTIFY;
    private static final String SETTING = "SELECT current_setting(?::text, true)";
    private static final String DATABASE_BYTES = "SELECT pg_database_size(current_database())";
    private static final String REMOVE_SCHEMA =
            "DO $$ BEGIN IF current_schema() IS NOT NULL THEN"
                    + " EXECUTE format('DROP SCHEMA %I CASCADE', current_schema());"
                    + " END IF; END $$";
    private static final String HISTORY_THERE = "SELECT to_regclass('" + HISTORY + "')";
    private static final String VERSION =
            "SELECT version FROM "
                    + HISTORY
                    + " WHERE success AND version IS NOT NULL"
                    + " ORDER BY installed_rank DESC LIMIT 1";
    private static final String END_STOPPED =
            "SELECT pg_terminate_backend(a.pid) FROM pg_stat_activity a"
                    + " WHERE a.usename = current_user AND a.wait_event = 'ClientRead'"
                    + " AND a.state_change < clock_timestamp() - ? * interval '1 millisecond'"
                    + " AND EXISTS (SELECT 1 FROM pg_locks l WHERE l.pid = a.pid"
                    + " AND l.relation = to_regclass('write_lock') AND l.granted"
                    + " AND l.mode = 'RowExclusiveLock')";
    private static final String ONE_SNAPSHOT =
            "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    private static final String NO_IDLE_LIMIT = "SET LOCAL idle_in_transaction_session_timeout = 0";
    private static final String EXPORT_SNAPSHOT = "SELECT pg_export_snapshot()";

    private final ServerClock clock;
    private final Reachability reachability;
    private final Ending ending;
    private final long idleMillis;
    private long writes;

    /**
     * Wraps a connection.
     *
     * @param clock receives the server's time with each write
     * @param reachability receives that the server answered a write
     * @param ending closes the connection
     * @param idleMillis the longest time for which a process may hold the write lock without a
     *     message
     */
    PostgresSession(
            Connection connection,
            UnstoredRestrictions unstored,
            ServerClock clock,
            Reachability reachability,
            Ending ending,
            long idleMillis) {
        super(connection, DIALECT, PostgresFailures.INSTANCE, unstored);
        this.clock = clock;
        this.reachability = reachability;
        this.ending = ending;
        this.idleMillis = idleMillis;
    }

    @Override
    public void beginWriting() throws SQLException {
        connection().setAutoCommit(false);
        try (ResultSet row = kept(TAKE_LOCK).executeQuery()) {
            if (!row.next()) {
                throw new RepositoryException(
                        Reason.CORRUPT, "the row of the table write_lock is missing");
            }
            reachability.answered();
            writes = row.getLong(1);
            if (knownOrders().locked(writes - 1)) {
                chainPosition().forget();
            } else {
                chainPosition().resume();
            }
            clock.read(Instant.EPOCH.plus(row.getLong(2), ChronoUnit.MICROS));
        } catch (SQLException | RepositoryException failure) {
            rollback();
            if (failures().busy(failure)) {
                endStoppedHolder();
            }
            throw failure;
        }
    }

    /**
     * Ends the connection of a process that was stopped while it held the write lock. The server
     * does so by itself only if the process was not in the middle of several statements.
     */
    private void endStoppedHolder() {
        try (PreparedStatement statement = prepared(END_STOPPED)) {
            statement.setLong(1, idleMillis);
            statement.execute();
        } catch (SQLException failure) {
            LOG.debug("looking for a stopped holder of the lock: {}", failure.getMessage());
        }
    }

    /** Returns true: the server is another process, mostly on another machine. */
    @Override
    public boolean sendsTogether() {
        return true;
    }

    @Override
    protected String several(RowChange change, PreparedStatement one) throws SQLException {
        return SeveralRows.sql(change, one);
    }

    /** Returns true: a transaction that took the lock has changed its row. */
    @Override
    public boolean changed() {
        return true;
    }

    @Override
    public void beginReading() throws SQLException {
        // Not before: without a transaction of the driver's it reads a result as a whole.
        connection().setAutoCommit(false);
        kept(ONE_SNAPSHOT).execute();
    }

    @Override
    public void commit() throws SQLException {
        sendPending();
        connection().commit();
        connection().setAutoCommit(true);
        knownOrders().validAt(writes);
    }

    @Override
    public void rollback() throws SQLException {
        knownOrders().forget();
        chainPosition().forget();
        dropPending();
        if (!connection().getAutoCommit()) {
            connection().rollback();
            connection().setAutoCommit(true);
        }
    }

    /**
     * Returns the name of the snapshot of the running read, by which another connection can read
     * the same. It is valid until the read ends, which the server does not end by itself any more.
     */
    public String exportedSnapshot() throws SQLException {
        kept(NO_IDLE_LIMIT).execute();
        return first(kept(EXPORT_SNAPSHOT));
    }

    /** Returns the settings of the server that durability depends on, as they are in force here. */
    public SequencedMap<String, String> settings() throws SQLException {
        SequencedMap<String, String> settings = new LinkedHashMap<>();
        PreparedStatement statement = kept(SETTING);
        for (String name : SETTINGS) {
            statement.setString(1, name);
            settings.put(name, first(statement));
        }
        return settings;
    }

    /** Returns the version of the schema, empty if it has none or is not there. */
    public String schemaVersion() throws SQLException {
        return first(kept(HISTORY_THERE)).isEmpty() ? "" : first(kept(VERSION));
    }

    private static String first(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            String value = row.next() ? row.getString(1) : null;
            return value == null ? "" : value;
        }
    }

    /** Removes the schema with all that is in it, if it is there. */
    public void removeSchema() throws SQLException {
        try (Statement statement = connection().createStatement()) {
            statement.execute(REMOVE_SCHEMA);
        }
    }

    /** Returns the size of the database on the server's disk in bytes. */
    public String databaseBytes() throws SQLException {
        return first(kept(DATABASE_BYTES));
    }

    /** Returns the session of PostgreSQL as what it is. */
    public static PostgresSession of(Session session) {
        return (PostgresSession) session;
    }

    @Override
    protected void interruptStatement() throws SQLException {
        connection().unwrap(PGConnection.class).cancelQuery();
    }

    @Override
    public void close() throws SQLException {
        ending.of(connection(), wasInterrupted());
    }

    /** Closes a connection. */
    @FunctionalInterface
    interface Ending {
        /**
         * Closes it or gives it back.
         *
         * @param interrupted whether a request to cancel its statement may still arrive, so that it
         *     must not be used again
         */
        void of(Connection connection, boolean interrupted) throws SQLException;
    }
}
