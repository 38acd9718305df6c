package dev.lockstep.domain.usecase.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.usecase.FailingRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Orders made anew from their events. */
class ReplayOrdersTest {
    private final FailingRepository repository = new FailingRepository();
    private final ReplayOrders replayOrders = new ReplayOrders(repository);
    private final SampleOrders sample = new SampleOrders();

    @Test
    void every_order_is_what_its_events_make() {
        List<Order> orders = IntStream.range(0, 3).mapToObj(_ -> sample.intent()).toList();
        repository.addAll(orders, Evidence.local("intent"));
        orders.forEach(this::fill);
        List<Long> progress = new ArrayList<>();

        ReplayReport report = replayOrders.all(progress::add);

        assertThat(report).isEqualTo(new ReplayReport(3, 6, 0, List.of()));
        assertThat(progress).containsExactly(1L, 2L, 3L);
    }

    @Test
    void an_order_that_changed_while_it_was_read_is_read_again() {
        Order order = sample.intent();
        repository.add(order, Evidence.local("intent"));
        fill(order);

        assertThat(replayOrders.replay(order).differences()).isEmpty();
        assertThat(replayOrders.replay(order).stored().status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void an_order_that_is_nowhere_stored_has_no_events() {
        assertThat(replayOrders.replay(sample.intent()).differences()).hasSize(1);
    }

    private void fill(Order order) {
        repository.update(
                OrderUpdate.applying(
                        order.id(),
                        SampleOrders.report(order, OrderStatus.FILLED, "10"),
                        SampleOrders.START.plusSeconds(1),
                        Evidence.local("test")));
    }
}
