package dev.lockstep.domain.usecase.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker.NextSubmit;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.usecase.LoopFixture;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchLateOrdersTest {
    private final LoopFixture its = new LoopFixture();

    @Test
    void an_order_that_lands_and_fills_after_it_was_closed_counts_and_is_an_incident() {
        Order closed = neverAccepted();

        its.broker.set(closed, OrderStatus.FILLED, "10");
        its.pass(Duration.ofSeconds(60));

        assertThat(its.stored(closed).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(its.stored(closed).cumQty()).isEqualTo(Quantity.of("10"));
        assertThat(its.openIncidents())
                .filteredOn(incident -> incident.kind() == IncidentKind.ORDER_LATE)
                .extracting(Incident::subject)
                .containsExactly(closed.id().value());
    }

    @Test
    void the_cancel_that_was_requested_before_it_was_closed_is_sent_when_it_lands() {
        its.broker.next(NextSubmit.LOSE_THE_REQUEST);
        Order unknown = its.submitted();
        its.cancelOrder.cancel(unknown.id());
        Order closed = closedBy(unknown);
        assertThat(its.broker.cancels()).isEmpty();

        its.broker.set(closed, OrderStatus.NEW, "0");
        its.pass(Duration.ofSeconds(8));

        assertThat(its.broker.cancels()).contains(SampleOrders.brokerOrderId(closed));
        assertThat(its.stored(closed).status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        assertThat(its.openIncidents())
                .extracting(Incident::kind)
                .contains(IncidentKind.ORDER_LATE);
    }

    @Test
    void an_order_that_never_lands_is_looked_up_ever_more_rarely() {
        neverAccepted();
        its.pass(Duration.ofMinutes(5));

        assertThat(its.openIncidents()).isEmpty();
        assertThat(its.broker.lookups()).isLessThan(10);
    }

    private Order neverAccepted() {
        its.broker.next(NextSubmit.LOSE_THE_REQUEST);
        return closedBy(its.submitted());
    }

    /** Past the time in which it would be sent again. */
    private Order closedBy(Order unknown) {
        its.clock.pass(Duration.ofMinutes(6));
        its.loop.tick();
        Order closed = its.stored(unknown);
        assertThat(closed.status()).isEqualTo(OrderStatus.NEVER_ACCEPTED);
        return closed;
    }
}
