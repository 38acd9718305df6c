package dev.lockstep.persistence.postgres;

import dev.lockstep.persistence.postgres.connection.ConnectionSettings;
import java.util.Properties;
import java.util.stream.Collectors;
import org.postgresql.PGProperty;

/**
 * The driver's properties of a store's connections. The server ends a transaction of ours that does
 * nothing for {@value #IDLE_SECONDS} s, so that a stopped process does not keep the write lock.
 */
final class DriverProperties {
    private static final int CONNECT_SECONDS = 5;
    private static final int LOCK_TIMEOUT_MILLIS = 2_000;
    private static final int IDLE_SECONDS = 15;
    private static final int KEEP_ALIVE_SECONDS = 10;
    private static final int KEEP_ALIVE_PROBES = 3;

    private DriverProperties() {}

    /** Returns how the connections of a store are opened. */
    static ConnectionSettings of(PostgresConfig config) {
        return new ConnectionSettings(
                url(config), properties(config), config.readers(), config.lockDeadline());
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
