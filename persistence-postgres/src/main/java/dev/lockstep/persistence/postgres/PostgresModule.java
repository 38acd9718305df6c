package dev.lockstep.persistence.postgres;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.OptionalBinder;
import dev.lockstep.domain.port.maintenance.StoreMetrics;
import dev.lockstep.persistence.sql.OrderStore;
import dev.lockstep.persistence.sql.StoreModule;
import dev.lockstep.persistence.sql.copy.BackupFormat;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Guice module that opens the database and binds its ports, as {@link StoreModule} lists them, and
 * the {@link OrderStore}, which the injector's owner must close.
 *
 * <p>Requires a binding for {@link InstantSource}. {@link StoreMetrics} may be bound with {@code
 * OptionalBinder.newOptionalBinder(binder(), StoreMetrics.class).setBinding()}.
 */
public final class PostgresModule extends AbstractModule {
    private final PostgresConfig config;
    private final RandomGenerator random;
    private final BackupFormat backups;
    private final boolean timeOfServer;
    private final boolean creates;

    /**
     * Creates a module.
     *
     * @param random used once, when the schema is created
     * @param backups creates the files that backups are written into
     */
    public PostgresModule(PostgresConfig config, RandomGenerator random, BackupFormat backups) {
        this(config, random, backups, true, true);
    }

    private PostgresModule(
            PostgresConfig config,
            RandomGenerator random,
            BackupFormat backups,
            boolean timeOfServer,
            boolean creates) {
        this.timeOfServer = timeOfServer;
        this.creates = creates;
        this.config = config;
        this.random = random;
        this.backups = backups;
    }

    /** Creates a module whose only clock is the bound one, which the server's does not correct. */
    public static PostgresModule inSimulatedTime(
            PostgresConfig config, RandomGenerator random, BackupFormat backups) {
        return new PostgresModule(config, random, backups, false, true);
    }

    /** Returns the same for a database that exists: none is created at a mistyped address. */
    public PostgresModule ofExisting() {
        return new PostgresModule(config, random, backups, timeOfServer, false);
    }

    @Override
    protected void configure() {
        install(new StoreModule());
        OptionalBinder.newOptionalBinder(binder(), StoreMetrics.class)
                .setDefault()
                .toInstance(StoreMetrics.NONE);
    }

    @Provides
    @Singleton
    OrderStore store(InstantSource clock, StoreMetrics metrics) {
        return PostgresStore.open(
                config,
                PostgresDependencies.here(clock, timeOfServer, random, metrics, backups),
                creates);
    }
}
