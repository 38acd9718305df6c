package dev.lockstep.benchmarks.persistence;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.TimeOrderedIds;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.persistence.postgres.PostgresAddress;
import dev.lockstep.persistence.postgres.PostgresConfig;
import dev.lockstep.persistence.postgres.PostgresModule;
import dev.lockstep.persistence.sql.OrderStore;
import dev.lockstep.persistence.sqlite.SqliteConfig;
import dev.lockstep.persistence.sqlite.SqliteModule;
import dev.lockstep.persistence.sqlite.SqliteStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Lockstep's store with its default settings, opened through its module as the platform does. */
final class OpenStore implements AutoCloseable {
    private static final String RANDOM = "L64X128MixRandom";

    private final Injector injector;

    private OpenStore(Module store) {
        this.injector =
                Guice.createInjector(
                        Stage.PRODUCTION,
                        store,
                        binder -> binder.bind(InstantSource.class).toInstance(() -> Load.BEGIN));
    }

    /** Opens a SQLite file. */
    static OpenStore at(Path file) {
        return new OpenStore(new SqliteModule(SqliteConfig.at(file)));
    }

    /** Opens a database of a PostgreSQL server. */
    static OpenStore at(PostgresAddress address) {
        return new OpenStore(
                new PostgresModule(
                        PostgresConfig.at(address),
                        RandomGenerator.of(RANDOM),
                        file -> SqliteStore.open(SqliteConfig.at(file))));
    }

    OrderRepository repository() {
        return injector.getInstance(OrderRepository.class);
    }

    OrderIds ids() {
        return new TimeOrderedIds(
                injector.getInstance(InstanceTag.class),
                () -> Load.BEGIN,
                RandomGenerator.of(RANDOM));
    }

    @Override
    public void close() {
        injector.getInstance(OrderStore.class).close();
    }
}
