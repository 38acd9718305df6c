package dev.lockstep.persistence.sqlite;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.lockstep.domain.order.InstanceTag;
import dev.lockstep.domain.port.OrderRepository;
import dev.lockstep.domain.port.StoreInspection;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * Binds the repository ports to a SQLite database: {@link OrderRepository}, {@link
 * StoreInspection}, {@link InstanceTag}, and the {@link SqliteStore} that whoever made the injector
 * closes at the end.
 */
public final class SqliteModule extends AbstractModule {
    private final SqliteConfig config;
    private final RandomGenerator random;

    /** A database with a tag drawn from the system's random numbers. */
    public SqliteModule(SqliteConfig config) {
        this(config, new SecureRandom());
    }

    /**
     * A database with a tag drawn from given random numbers.
     *
     * @param random used once, when the database is made
     */
    public SqliteModule(SqliteConfig config, RandomGenerator random) {
        this.config = config;
        this.random = random;
    }

    @Provides
    @Singleton
    SqliteStore store() {
        return SqliteStore.open(
                config,
                random,
                System::nanoTime,
                Thread.ofPlatform().daemon().name("lockstep-database-", 0).factory());
    }

    @Provides
    @Singleton
    OrderRepository repository(SqliteStore store) {
        return store.repository();
    }

    @Provides
    @Singleton
    StoreInspection inspection(SqliteStore store) {
        return store.inspection();
    }

    @Provides
    @Singleton
    InstanceTag tag(SqliteStore store) {
        return store.tag();
    }
}
