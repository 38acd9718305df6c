package dev.lockstep.persistence.postgres;

import dev.lockstep.persistence.postgres.connection.ConnectionSettings;
import java.util.Properties;
import java.util.stream.Collectors;
import org.postgresql.PGProperty;

/** What all connections of a store are opened with. */
final class DriverProperties {
    private DriverProperties() {}

    /** Returns how the connections of a store are opened. */
    static ConnectionSettings of(PostgresConfig config) {
        return new ConnectionSettings(
                "jdbc:postgresql://" + hosts(config, ",") + "/" + config.address().database(),
                hosts(config, ", "),
                properties(config),
                config.readers(),
                config.lockDeadline());
    }

    private static String hosts(PostgresConfig config, String separator) {
        return config.address().hosts().stream()
                .map(PostgresHost::toString)
                .collect(Collectors.joining(separator));
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
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        PGProperty.SSL_MODE.set(properties, config.address().tls().mode());
        String certificate = config.address().rootCertificate();
        if (certificate != null) {
            PGProperty.SSL_ROOT_CERT.set(properties, certificate);
        }
        return properties;
    }
}
