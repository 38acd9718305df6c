package dev.lockstep.persistence.postgres.migration;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.postgres.connection.PostgresFailures;
import dev.lockstep.persistence.postgres.connection.PostgresSession;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/**
 * Migrates a schema to this release's, forward only; safe for concurrent processes, of which one
 * migrates and the others wait.
 */
public final class PostgresMigrations {
    private static final int NEWEST = 2;

    private PostgresMigrations() {}

    /** Returns this release's schema version. */
    public static int newestVersion() {
        return NEWEST;
    }

    /**
     * Creates the schema if absent and migrates it; does nothing to one of this release.
     *
     * @param session an open session of the schema
     * @param source opens the connections that change it
     * @param schema its name
     * @throws RepositoryException with reason {@link Reason#INCOMPATIBLE} if it is another
     *     program's or of a newer release, and with {@link Reason#IO_ERROR} if it cannot be reached
     */
    public static void migrate(PostgresSession session, DataSource source, String schema)
            throws SQLException {
        if (session.schemaVersion().equals(Integer.toString(NEWEST))) {
            return;
        }
        try {
            Flyway flyway =
                    Flyway.configure(PostgresMigrations.class.getClassLoader())
                            .dataSource(source)
                            .schemas(schema)
                            .defaultSchema(schema)
                            .createSchemas(true)
                            .table(PostgresSession.HISTORY)
                            .locations("classpath:db/postgresql")
                            .load();
            requireKnown(flyway.info(), schema);
            flyway.migrate();
        } catch (FlywayException failure) {
            requireServer(failure);
            throw new RepositoryException(
                    Reason.INCOMPATIBLE,
                    "the schema "
                            + schema
                            + " cannot be used: it is another program's, or the user may not change"
                            + " it: name another one (?schema=NAME) or grant the rights ("
                            + firstLine(failure)
                            + ")",
                    failure);
        }
    }

    /** Throws the server's own failure if the schema is not to blame. */
    private static void requireServer(FlywayException failure) throws SQLException {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException below) {
                switch (PostgresFailures.INSTANCE.named("", below).reason()) {
                    case INCOMPATIBLE, MISUSE -> {}
                    default -> throw below;
                }
            }
        }
    }

    private static void requireKnown(MigrationInfoService info, String schema) {
        @Nullable MigrationInfo current = info.current();
        // The entry of the schema's own creation, which another process may just have made, has
        // none.
        @Nullable MigrationVersion migrated = current == null ? null : current.getVersion();
        int version = migrated == null ? 0 : Integer.parseInt(migrated.getVersion());
        if (version > NEWEST) {
            throw new RepositoryException(
                    Reason.INCOMPATIBLE,
                    "the schema "
                            + schema
                            + ": its version is "
                            + version
                            + ", this release supports "
                            + NEWEST
                            + ": use the newer release");
        }
    }

    private static String firstLine(FlywayException failure) {
        return String.valueOf(failure.getMessage()).strip().lines().findFirst().orElse("");
    }
}
