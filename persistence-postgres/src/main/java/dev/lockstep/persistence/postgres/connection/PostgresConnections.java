package dev.lockstep.persistence.postgres.connection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.sql.connection.Connections;
import dev.lockstep.persistence.sql.connection.Failures;
import dev.lockstep.persistence.sql.connection.UnstoredRestrictions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ThreadFactory;
import javax.sql.DataSource;
import org.postgresql.Driver;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/**
 * Opens connections to the primary of a database: one at a time for the writer, and pooled ones for
 * readers. Thread-safe.
 *
 * <p>Each connection waits for the disk at commit. The server ends a transaction of ours that does
 * nothing for a while ({@link ServerTimeouts}), so that a stopped process does not keep the write
 * lock.
 */
public final class PostgresConnections implements Connections, AutoCloseable {
    private static final long VALIDATION_MILLIS = 1_000;
    private static final long STEP_MILLIS = 250;
    private static final Duration READER_IDLE = Duration.ofMinutes(2);

    private final ConnectionSettings settings;
    private final ConnectionProperties driver;
    private final ServerTimeouts timeouts;
    private final Reachability reachability;
    private final HikariDataSource readers;
    private final ServerClock clock;
    private final UnstoredRestrictions unstored = new UnstoredRestrictions();

    /**
     * Creates a factory of connections; none is opened yet.
     *
     * @param clock receives the server's time with each write
     * @param threads creates the pool's threads
     */
    public PostgresConnections(
            ConnectionSettings settings, ServerClock clock, ThreadFactory threads) {
        this.clock = clock;
        this.settings = settings;
        this.timeouts = new ServerTimeouts(settings.deadline());
        this.driver = new ConnectionProperties(settings);
        this.reachability = new Reachability(settings.servers());
        this.readers = pool(threads);
    }

    @Override
    public PostgresSession openWriter() throws SQLException {
        Connection connection = primary(driver.ofWriter());
        try {
            return new PostgresSession(
                    checked(connection),
                    unstored,
                    clock,
                    reachability,
                    (closing, _) -> closing.close(),
                    timeouts.idleMillis());
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    @Override
    public PostgresSession openReader() throws SQLException {
        return new PostgresSession(
                pooled(), unstored, clock, reachability, this::returned, timeouts.idleMillis());
    }

    /**
     * Opens a connection for the notifications of committed writes. Whether it can is no proof for
     * or against the server, which may have no connection left for it.
     */
    public HintConnection openHints() throws SQLException {
        return new HintConnection(connected(driver.ofHints()));
    }

    @Override
    public void requireReachable() throws SQLException {
        reachability.require();
    }

    /** Waits in steps, so that a wait ends when an attempt of the pool to connect has failed. */
    private Connection pooled() throws SQLException {
        long before = reachability.answers();
        for (long left = timeouts.poolMillis(); ; left -= STEP_MILLIS) {
            requireReachable();
            try {
                return readers.getConnection();
            } catch (SQLTransientConnectionException none) {
                if (left <= STEP_MILLIS) {
                    throw allTaken() ? ownReads(none) : reachability.timedOut(before, none);
                }
            }
        }
    }

    private boolean allTaken() {
        return readers.getHikariPoolMXBean().getActiveConnections() >= settings.readers();
    }

    /** A wait for this process's own reads shows nothing about the server. */
    private SQLException ownReads(SQLTransientConnectionException none) {
        return new SQLException(
                new RepositoryException(
                        Reason.OVERLOADED,
                        "all connections for reading are in use ("
                                + settings.readers()
                                + "): send fewer reads at once, or allow more readers",
                        none));
    }

    @Override
    public UnstoredRestrictions unstored() {
        return unstored;
    }

    @Override
    public Failures failures() {
        return PostgresFailures.INSTANCE;
    }

    /**
     * Returns the source of the connections that migrate the schema, each opened when asked for.
     */
    public DataSource forMigrations() {
        return new PlainDataSource(() -> primary(driver.ofMigrations()));
    }

    @Override
    public void close() {
        readers.close();
    }

    private void returned(Connection connection, boolean interrupted) throws SQLException {
        if (interrupted) {
            readers.evictConnection(connection);
        }
        connection.close();
    }

    /**
     * Opens a connection to the primary, and notes whether it could.
     *
     * @throws RepositoryException with reason {@link Reason#READ_ONLY} if only standbys answer
     */
    private Connection primary(Properties properties) throws SQLException {
        long before = reachability.answers();
        try {
            Connection connection = connected(properties);
            reachability.answered();
            return connection;
        } catch (SQLException failure) {
            reachability.failed(before, failure);
            if (PSQLState.CONNECTION_UNABLE_TO_CONNECT.getState().equals(failure.getSQLState())) {
                refuseStandby(before, failure);
            }
            throw failure;
        }
    }

    /** The driver has one code for a standby and for no server. */
    private void refuseStandby(long before, SQLException failure) {
        try (Connection any = connected(driver.ofDiagnosis())) {
            checked(any);
        } catch (SQLException unreachable) {
            failure.addSuppressed(unreachable);
        } catch (RepositoryException standby) {
            reachability.failed(before, standby);
            throw standby;
        }
    }

    private Connection connected(Properties properties) throws SQLException {
        Connection connection = new Driver().connect(settings.url(), properties);
        if (connection == null) {
            throw new PSQLException(
                    "no address of PostgreSQL", PSQLState.CONNECTION_UNABLE_TO_CONNECT);
        }
        return connection;
    }

    /**
     * Makes commits wait for the disk, and with a synchronous standby for that too, whatever the
     * server's default is.
     */
    private static Connection checked(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT current_setting('synchronous_commit'), pg_is_in_recovery()")) {
            row.next();
            String durability = row.getString(1);
            if (row.getBoolean(2)) {
                throw new RepositoryException(
                        Reason.READ_ONLY,
                        "the server is a standby: name the primary, or all servers after one"
                                + " another, in the address of the store");
            }
            if (!durability.equals("on") && !durability.equals("remote_apply")) {
                statement.execute("SET synchronous_commit = on");
            }
            return connection;
        }
    }

    private HikariDataSource pool(ThreadFactory threads) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("lockstep-readers");
        pool.setDataSource(new PlainDataSource(() -> primary(driver.ofReader())));
        pool.setMaximumPoolSize(settings.readers());
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(READER_IDLE.toMillis());
        pool.setConnectionTimeout(STEP_MILLIS);
        pool.setValidationTimeout(VALIDATION_MILLIS);
        pool.setInitializationFailTimeout(-1);
        pool.setThreadFactory(threads);
        return new HikariDataSource(pool);
    }
}
