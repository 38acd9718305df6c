package dev.lockstep.benchmarks.persistence;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.TimeOrderedIds;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.persistence.sqlite.SqliteConfig;
import dev.lockstep.persistence.sqlite.SqliteModule;
import dev.lockstep.persistence.sqlite.SqliteStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Lockstep's store with its default settings, opened through its module as the platform does. */
final class OpenStore implements AutoCloseable {
    private final Injector injector;

    OpenStore(Path file) {
        this.injector =
                Guice.createInjector(
                        Stage.PRODUCTION,
                        new SqliteModule(SqliteConfig.at(file)),
                        binder -> binder.bind(InstantSource.class).toInstance(() -> Load.BEGIN));
    }

    OrderRepository repository() {
        return injector.getInstance(OrderRepository.class);
    }

    OrderIds ids() {
        return new TimeOrderedIds(
                injector.getInstance(InstanceTag.class),
                () -> Load.BEGIN,
                RandomGenerator.of("L64X128MixRandom"));
    }

    @Override
    public void close() {
        injector.getInstance(SqliteStore.class).close();
    }
}
