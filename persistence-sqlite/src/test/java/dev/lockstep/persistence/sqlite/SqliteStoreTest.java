package dev.lockstep.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens a store without an injector. */
class SqliteStoreTest {
    private @TempDir Path folder;

    @Test
    void a_store_that_is_opened_without_an_injector_keeps_orders_and_its_tag() {
        SqliteConfig config = SqliteConfig.at(folder.resolve("orders.db"));
        Order order = new SampleOrders().intent();
        String tag;
        try (SqliteStore store = SqliteStore.open(config)) {
            store.repository().add(order, Evidence.local("test"));
            tag = store.tag().toString();
        }

        try (SqliteStore store = SqliteStore.open(config)) {
            assertThat(store.repository().find(order.id())).contains(order);
            assertThat(store.tag()).hasToString(tag);
        }
    }
}
