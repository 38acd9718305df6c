package dev.lockstep.persistence.postgres.connection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.postgres.PostgresConfig;
import dev.lockstep.persistence.postgres.PostgresHost;
import dev.lockstep.persistence.sql.connection.Connections;
import dev.lockstep.persistence.sql.connection.Failures;
import dev.lockstep.persistence.sql.connection.UnstoredRestrictions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/**
 * Opens connections to the primary of a database: one at a time for the writer, and pooled ones for
 * readers. Thread-safe.
 *
 * <p>Each connection waits for the disk at commit. The server ends a transaction of ours that does
 * nothing for {@value #IDLE_SECONDS} s, so that a stopped process does not keep the write lock.
 */
public final class PostgresConnections implements Connections, AutoCloseable {
    private static final int CONNECT_SECONDS = 5;
    private static final int LOCK_TIMEOUT_MILLIS = 2_000;
    private static final int IDLE_SECONDS = 15;
    private static final int KEEP_ALIVE_SECONDS = 10;
    private static final int KEEP_ALIVE_PROBES = 3;
    private static final long POOL_WAIT_MILLIS = 10_000;
    private static final Duration READER_IDLE = Duration.ofMinutes(2);

    private final String url;
    private final Properties properties;
    private final HikariDataSource readers;
    private final ServerClock clock;
    private final UnstoredRestrictions unstored = new UnstoredRestrictions();

    /**
     * Creates a factory of connections; none is opened yet.
     *
     * @param clock is told the server's time with each write
     * @param threads creates the pool's threads
     */
    public PostgresConnections(PostgresConfig config, ServerClock clock, ThreadFactory threads) {
        this.clock = clock;
        this.url = url(config);
        this.properties = properties(config);
        this.readers = pool(config, threads);
    }

    @Override
    public PostgresSession openWriter() throws SQLException {
        Connection connection = connected();
        try {
            return new PostgresSession(
                    checked(connection), unstored, clock, (closing, _) -> closing.close());
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    @Override
    public PostgresSession openReader() throws SQLException {
        return new PostgresSession(readers.getConnection(), unstored, clock, this::returned);
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
        return new PlainDataSource(this::connected);
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

    private Connection connected() throws SQLException {
        Connection connection = new Driver().connect(url, properties);
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

    private HikariDataSource pool(PostgresConfig config, ThreadFactory threads) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("lockstep-readers");
        pool.setDataSource(new PlainDataSource(this::connected));
        pool.setMaximumPoolSize(config.readers());
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(READER_IDLE.toMillis());
        pool.setConnectionTimeout(Math.min(POOL_WAIT_MILLIS, config.lockDeadline().toMillis()));
        pool.setInitializationFailTimeout(-1);
        pool.setThreadFactory(threads);
        return new HikariDataSource(pool);
    }

    private static String url(PostgresConfig config) {
        String hosts =
                config.address().hosts().stream()
                        .map(PostgresHost::toString)
                        .collect(Collectors.joining(","));
        return "jdbc:postgresql://" + hosts + "/" + config.address().database();
    }

    private static Properties properties(PostgresConfig config) {
        Properties properties = new Properties();
        PGProperty.USER.set(properties, config.address().user());
        if (config.password().present()) {
            PGProperty.PASSWORD.set(properties, config.password().revealed());
        }
        PGProperty.APPLICATION_NAME.set(properties, "lockstep");
        PGProperty.CURRENT_SCHEMA.set(properties, config.address().schema());
        // Text goes into columns of PostgreSQL's own types.
        PGProperty.STRING_TYPE.set(properties, "unspecified");
        PGProperty.TARGET_SERVER_TYPE.set(properties, "primary");
        PGProperty.CONNECT_TIMEOUT.set(properties, CONNECT_SECONDS);
        PGProperty.LOGIN_TIMEOUT.set(properties, 2 * CONNECT_SECONDS);
        PGProperty.SOCKET_TIMEOUT.set(
                properties, Math.toIntExact(config.lockDeadline().toSeconds()));
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        PGProperty.SSL_MODE.set(properties, config.address().tls().mode());
        String certificate = config.address().rootCertificate();
        if (certificate != null) {
            PGProperty.SSL_ROOT_CERT.set(properties, certificate);
        }
        PGProperty.OPTIONS.set(properties, serverSettings());
        return properties;
    }

    private static String serverSettings() {
        return "-c lock_timeout="
                + LOCK_TIMEOUT_MILLIS
                + " -c idle_in_transaction_session_timeout="
                + IDLE_SECONDS * 1_000
                + " -c client_min_messages=warning -c tcp_keepalives_idle="
                + KEEP_ALIVE_SECONDS
                + " -c tcp_keepalives_interval="
                + KEEP_ALIVE_SECONDS
                + " -c tcp_keepalives_count="
                + KEEP_ALIVE_PROBES;
    }
}
