package dev.lockstep.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.maintenance.StoreInspection;
import dev.lockstep.domain.port.store.OrderRepository;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bindings of {@link SqliteModule}. */
class SqliteModuleTest {
    private @TempDir Path folder;

    @Test
    void the_module_binds_the_ports_to_one_open_store() {
        SqliteConfig config = SqliteConfig.at(folder.resolve("orders.db"));
        Injector injector =
                Guice.createInjector(
                        Stage.PRODUCTION,
                        new SqliteModule(config),
                        binder -> binder.bind(InstantSource.class).toInstance(new TestClock()));
        try (SqliteStore store = injector.getInstance(SqliteStore.class)) {
            assertThat(injector.getInstance(OrderRepository.class)).isSameAs(store.repository());
            assertThat(injector.getInstance(StoreInspection.class)).isSameAs(store.inspection());
            assertThat(injector.getInstance(InstanceTag.class)).isEqualTo(store.tag());
        }
    }
}
