package dev.lockstep.persistence.postgres.connection;

import java.util.Properties;
import org.postgresql.PGProperty;

/** What the driver is given for each kind of connection. */
final class ConnectionProperties {
    private static final int RECHECK_SECONDS = 1;
    private static final int DIAGNOSIS_SECONDS = 1;

    private final ConnectionSettings settings;
    private final ServerTimeouts timeouts;

    ConnectionProperties(ConnectionSettings settings) {
        this.settings = settings;
        this.timeouts = new ServerTimeouts(settings.deadline());
    }

    /** Returns those of a connection to the primary that writes. */
    Properties ofWriter() {
        Properties properties = common();
        PGProperty.SOCKET_TIMEOUT.set(properties, timeouts.writerSocketSeconds());
        PGProperty.OPTIONS.set(properties, timeouts.ofWriter());
        return properties;
    }

    /** Returns those of a connection to the primary that migrates the schema. */
    Properties ofMigrations() {
        Properties properties = ofWriter();
        PGProperty.OPTIONS.set(properties, timeouts.ofMigrations());
        return properties;
    }

    /** Returns those of a connection to the primary that reads. */
    Properties ofReader() {
        Properties properties = common();
        PGProperty.SOCKET_TIMEOUT.set(properties, timeouts.readerSocketSeconds());
        PGProperty.OPTIONS.set(properties, timeouts.ofReader());
        return properties;
    }

    /** Returns those of a connection to the primary that receives notifications. */
    Properties ofHints() {
        Properties properties = ofMigrations();
        PGProperty.APPLICATION_NAME.set(properties, HintConnection.APPLICATION);
        return properties;
    }

    /** Returns those of a connection to any server, which shows whether one answers. */
    Properties ofDiagnosis() {
        Properties properties = ofWriter();
        PGProperty.TARGET_SERVER_TYPE.set(properties, "any");
        PGProperty.LOGIN_TIMEOUT.set(properties, DIAGNOSIS_SECONDS);
        return properties;
    }

    private Properties common() {
        Properties properties = new Properties();
        properties.putAll(settings.properties());
        PGProperty.TARGET_SERVER_TYPE.set(properties, "primary");
        // A standby may have become the primary since it was asked last.
        PGProperty.HOST_RECHECK_SECONDS.set(properties, RECHECK_SECONDS);
        timeouts.connecting(properties);
        return properties;
    }
}
