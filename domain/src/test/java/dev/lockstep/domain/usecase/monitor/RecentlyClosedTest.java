package dev.lockstep.domain.usecase.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.usecase.FailingRepository;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecentlyClosedTest {
    private final SampleOrders sample = new SampleOrders();
    private final FailingRepository repository = new FailingRepository();
    private final TestClock clock = new TestClock();
    private final RecentlyClosed closed = new RecentlyClosed(repository.feed(), clock);

    @Test
    void orders_that_close_after_the_first_look_are_listed_whatever_their_age() {
        Order old = stored();
        Order before = stored();
        close(before);
        assertThat(closed.list()).isEmpty();

        Order young = stored();
        close(young);
        close(old);

        assertThat(closed.list()).extracting(Order::id).containsExactly(young.id(), old.id());
    }

    @Test
    void an_order_stays_listed_until_it_was_examined_after_its_time() {
        assertThat(closed.list()).isEmpty();
        Order order = stored();
        close(order);
        assertThat(closed.list()).hasSize(1);
        closed.examined();

        clock.pass(RecentlyClosed.LISTED_FOR);
        assertThat(closed.list()).as("not examined since").hasSize(1);
        closed.examined();

        assertThat(closed.list()).isEmpty();
        assertThat(closed.since(order.id())).isEmpty();
    }

    @Test
    void the_time_since_an_order_closed_ignores_the_wall_clock() {
        assertThat(closed.list()).isEmpty();
        Order order = stored();
        close(order);
        assertThat(closed.list()).hasSize(1);

        clock.pass(Duration.ofSeconds(3));
        clock.step(Duration.ofHours(-1));

        assertThat(closed.since(order.id())).contains(Duration.ofSeconds(3));
    }

    private Order stored() {
        Order order = sample.intent();
        repository.add(order, Evidence.local("test"));
        return order;
    }

    private void close(Order order) {
        repository.update(
                OrderUpdate.applying(
                        order.id(),
                        SampleOrders.report(order, OrderStatus.CANCELED, "0"),
                        clock.instant(),
                        Evidence.local("by hand")));
    }
}
