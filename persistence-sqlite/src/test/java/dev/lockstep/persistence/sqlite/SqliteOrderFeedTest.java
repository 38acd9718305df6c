package dev.lockstep.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.store.OrderFeedContract;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.store.OrderFeed;
import dev.lockstep.domain.port.store.OrderRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteOrderFeedTest extends OrderFeedContract {
    private @TempDir Path folder;
    private SqliteStore store;

    @BeforeEach
    void open() {
        store = Stores.open(folder.resolve("orders.db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected OrderFeed feed() {
        return store.feed();
    }

    @Override
    protected OrderRepository repository() {
        return store.repository();
    }

    @Test
    void changes_of_another_process_are_in_the_feed() {
        try (SqliteStore other = Stores.open(folder.resolve("orders.db"))) {
            Order order = new SampleOrders().intent();
            other.repository().add(order, Evidence.local("elsewhere"));

            assertThat(feed().after(0, 10)).containsExactly(new OrderFeed.Change(1, order));
        }
    }
}
