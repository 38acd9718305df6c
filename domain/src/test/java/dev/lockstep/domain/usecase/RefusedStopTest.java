package dev.lockstep.domain.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker.NextSubmit;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A stop that is refused leaves its position unprotected. */
class RefusedStopTest {
    private static final Duration FEW_SECONDS = Duration.ofSeconds(4);

    /** In the first seconds of a process every position is checked. */
    private static final Duration START = Duration.ofSeconds(30);

    private final LoopFixture its = new LoopFixture();

    @Test
    void a_stop_that_is_refused_after_the_clock_was_set_back_is_an_incident() {
        its.broker.next(NextSubmit.REFUSE);
        its.submitted();
        fill(its.submitted());
        its.pass(START);
        assertThat(unprotected()).isEmpty();

        its.clock.step(Duration.ofHours(-1));
        its.broker.next(NextSubmit.REFUSE);
        its.submitOrder.submit(stop());
        its.pass(FEW_SECONDS);

        assertThat(unprotected()).hasSize(1);
    }

    @Test
    void a_stop_that_is_refused_before_the_fill_of_its_entry_is_known_is_an_incident() {
        its.pass(START);
        Order entry = its.submitted();
        its.broker.next(NextSubmit.REFUSE);
        its.submitOrder.submit(stop());
        its.broker.next(NextSubmit.REFUSE);
        its.clock.pass(Duration.ofMillis(10));
        its.submitted();
        its.pass(FEW_SECONDS);
        assertThat(unprotected()).isEmpty();

        fill(entry);
        its.pass(FEW_SECONDS);

        assertThat(unprotected()).hasSize(1);
    }

    @Test
    void a_stop_that_is_refused_after_many_younger_orders_is_an_incident() {
        its.pass(START);
        fill(its.submitted());
        Order stop = its.submitOrder.submit(stop()).order();
        for (int younger = 0; younger < 60; younger++) {
            its.broker.next(NextSubmit.REFUSE);
            its.submitted();
        }
        its.pass(START);

        its.broker.set(stop, OrderStatus.REJECTED, "0");
        new SyncOrders(its.repository, its.broker, its.sample.ids(), its.clock).sync();
        its.pass(FEW_SECONDS);

        assertThat(unprotected()).hasSize(1);
    }

    private void fill(Order entry) {
        its.broker.set(entry, OrderStatus.FILLED, "10");
        its.broker.position(new Position(new Symbol("AAPL"), NetQuantity.of("10")));
        new SyncOrders(its.repository, its.broker, its.sample.ids(), its.clock).sync();
    }

    private List<Incident> unprotected() {
        return its.openIncidents().stream()
                .filter(incident -> incident.kind() == IncidentKind.UNPROTECTED_POSITION)
                .toList();
    }

    private static NewOrder stop() {
        return new NewOrder(
                SampleOrders.tenShares().symbol(),
                Side.SELL,
                Quantity.of("10"),
                new OrderType.Stop(Price.of("90")),
                TimeInForce.GTC);
    }
}
