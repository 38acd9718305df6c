package dev.lockstep.simulation.process;

import com.google.inject.Module;
import dev.lockstep.persistence.postgres.PostgresConfig;
import dev.lockstep.persistence.postgres.PostgresModule;
import dev.lockstep.persistence.postgres.PostgresStore;
import dev.lockstep.persistence.sql.copy.BackupFormat;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** A schema of its own in a PostgreSQL database. */
public final class ServerDatabase implements ScenarioDatabase {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private static final BackupFormat NO_BACKUPS =
            file -> {
                throw new IllegalStateException(file + ": a simulation makes no backups");
            };

    private final PostgresConfig config;

    private ServerDatabase(PostgresConfig config) {
        this.config = config;
    }

    /** Returns a new one in the database of this address. */
    public static ServerDatabase created(PostgresConfig server) {
        String schema =
                PostgresStore.SIMULATED
                        + ProcessHandle.current().pid()
                        + "_"
                        + SCHEMAS.incrementAndGet();
        return new ServerDatabase(server.withSchema(schema));
    }

    @Override
    public Module module(RandomGenerator random) {
        return PostgresModule.inSimulatedTime(config, random, NO_BACKUPS);
    }

    @Override
    public void close() {
        PostgresStore.removeSimulated(config);
    }
}
