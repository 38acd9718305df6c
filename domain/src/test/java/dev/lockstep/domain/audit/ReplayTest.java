package dev.lockstep.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.store.OrderUpdate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order made anew from its events, whole and as of a time. */
class ReplayTest {
    private final InMemoryOrderRepository repository = new InMemoryOrderRepository();
    private final Order intent = new SampleOrders().intent();

    @BeforeEach
    void live() {
        repository.add(intent, Evidence.local("intent"));
        report(OrderStatus.NEW, "0", 10);
        report(OrderStatus.PARTIALLY_FILLED, "4", 20);
        report(OrderStatus.FILLED, "10", 30);
    }

    @Test
    void the_events_make_the_stored_order() {
        Replay replay = new Replay(stored(), events());

        assertThat(replay.order()).contains(stored());
        assertThat(replay.differences()).isEmpty();
    }

    @Test
    void an_order_is_as_it_was_known_at_a_time() {
        Replay replay = new Replay(stored(), events());

        Order then = replay.asOf(SampleOrders.START.plusSeconds(29)).order().orElseThrow();

        assertThat(then.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(then.version()).isEqualTo(3);
        assertThat(replay.asOf(SampleOrders.START).order()).contains(intent);
        assertThat(replay.asOf(SampleOrders.START.plusSeconds(30)).order()).contains(stored());
        assertThat(replay.asOf(SampleOrders.START.minusNanos(1)).order()).isEmpty();
    }

    @Test
    void a_missing_event_is_told() {
        List<OrderEvent> events = new ArrayList<>(events());
        events.remove(1);

        assertThat(new Replay(stored(), events).differences())
                .containsExactly(
                        "event 2: 3 (expected: version 2)", "event 3: 4 (expected: version 3)");
    }

    @Test
    void a_missing_last_event_is_told_with_each_field_that_differs() {
        assertThat(new Replay(stored(), events().subList(0, 3)).differences())
                .contains(
                        "version: 4 (expected: 3)",
                        "status: FILLED (expected: PARTIALLY_FILLED)",
                        "filledQty: 10 (expected: 4)");
    }

    @Test
    void a_traded_quantity_that_falls_is_told() {
        List<OrderEvent> events = new ArrayList<>(events());
        OrderEvent last = events.getLast();
        events.set(
                3,
                new OrderEvent(
                        last.orderId(),
                        last.version(),
                        last.at(),
                        events.getFirst().state(),
                        last.evidence()));

        assertThat(new Replay(stored(), events).differences())
                .contains("filledQty of version 4: 0 (expected: at least 4)");
    }

    @Test
    void an_order_without_events_is_told() {
        assertThat(new Replay(stored(), List.of()).differences())
                .containsExactly("events: none (expected: one for each version)");
    }

    private Order stored() {
        return repository.find(intent.id()).orElseThrow();
    }

    private List<OrderEvent> events() {
        return repository.history(intent.id());
    }

    private void report(OrderStatus status, String cumQty, int second) {
        repository.update(
                OrderUpdate.applying(
                        intent.id(),
                        SampleOrders.report(
                                intent, status, cumQty, SampleOrders.START.plusSeconds(second)),
                        SampleOrders.START.plusSeconds(second),
                        Evidence.local("test")));
    }
}
