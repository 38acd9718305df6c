package dev.lockstep.app.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.OrderFeed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderChangeEventTest {
    private final InMemoryOrderRepository repository = new InMemoryOrderRepository();
    private final SampleOrders sample = new SampleOrders();

    @Test
    void orders_that_are_stored_during_each_read_are_not_too_many() {
        OrderChangeEvent orders = new OrderChangeEvent(new BusyFeed());
        orders.begin();

        for (int read = 1; read <= 10; read++) {
            assertThat(orders.next())
                    .singleElement()
                    .extracting(OrderChangeEventTest::text)
                    .asString()
                    .contains("id: " + read)
                    .doesNotContain("reset");
        }
    }

    @Test
    void more_than_four_full_pages_are_a_reset_to_the_last_one() {
        OrderChangeEvent orders = new OrderChangeEvent(repository);
        orders.begin();
        for (int order = 0; order < 5 * OrderFeed.MAX_EVENTS; order++) {
            repository.add(sample.intent(), Evidence.local("test"));
        }

        assertThat(orders.next())
                .singleElement()
                .extracting(OrderChangeEventTest::text)
                .asString()
                .contains("reset", "id: " + repository.last());
        assertThat(orders.next()).isEmpty();
    }

    private static String text(SseEvent event) {
        return new String(event.bytes(), StandardCharsets.UTF_8);
    }

    /** Stores one more order before each read, as a busy writer may. */
    private final class BusyFeed implements OrderFeed {
        @Override
        public long last() {
            return repository.last();
        }

        @Override
        public List<Change> after(long seq, int limit) {
            repository.add(sample.intent(), Evidence.local("test"));
            return repository.after(seq, limit);
        }

        @Override
        public List<Step> eventsAfter(long seq, int limit) {
            return repository.eventsAfter(seq, limit);
        }

        @Override
        public Optional<OrderEvent> event(OrderId id, long version) {
            return repository.event(id, version);
        }

        @Override
        public Stretch before(long seq, @Nullable Symbol symbol, int limit) {
            return repository.before(seq, symbol, limit);
        }

        @Override
        public Map<OrderStatus, Long> counts() {
            return repository.counts();
        }
    }
}
