package dev.lockstep.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.port.store.OrderQuery;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store leaves behind when it is closed. */
class ClosingTest {
    @TempDir private Path folder;

    @Test
    void a_store_that_was_read_leaves_one_file() {
        try (SqliteStore store = SqliteStore.open(SqliteConfig.at(folder.resolve("orders.db")))) {
            store.repository().add(new SampleOrders().intent(), Evidence.local("test"));
            assertThat(store.repository().search(OrderQuery.all())).hasSize(1);
        }

        assertThat(folder.resolve("orders.db-wal")).doesNotExist();
        assertThat(folder.resolve("orders.db-shm")).doesNotExist();
    }
}
