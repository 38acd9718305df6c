package dev.lockstep.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.store.OrderFeedContract;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.store.OrderFeed;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class PostgresOrderFeedTest extends OrderFeedContract {
    private final PostgresConfig config = PostgresServers.newStore();
    private PostgresStore store;

    @BeforeEach
    void open() {
        store = PostgresStores.open(config);
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
        try (PostgresStore other = PostgresStores.open(config)) {
            Order order = new SampleOrders().intent();
            other.repository().add(order, Evidence.local("elsewhere"));

            assertThat(feed().after(0, 10)).containsExactly(new OrderFeed.Change(1, order));
        }
    }
}
