package dev.lockstep.domain.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeStream;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.audit.Replay;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Replacement;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.usecase.reconcile.Reconcile;
import dev.lockstep.domain.usecase.reconcile.Reconciliation;
import dev.lockstep.domain.usecase.reconcile.ReconciliationBreak;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReopenedOrderTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LoopFixture its = new LoopFixture();

    @Test
    void an_order_that_a_false_event_closed_is_open_again_after_the_next_sync() {
        Order order = its.submitted();
        event(order, OrderStatus.CANCELED, "0");
        assertThat(its.stored(order).status()).isEqualTo(OrderStatus.CANCELED);

        its.pass(Duration.ofSeconds(10));

        assertThat(its.stored(order).status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(its.repository.history(order.id()))
                .last()
                .extracting(OrderEvent::evidence)
                .extracting(Evidence::source)
                .isEqualTo(Evidence.Source.CORRECTION);
        assertThat(reopened())
                .singleElement()
                .satisfies(
                        incident -> assertThat(incident.text()).contains("canceled", "accepted"));
    }

    @Test
    void an_order_that_was_replaced_elsewhere_after_a_false_event_is_recorded_as_replaced() {
        Order order = its.submitted();
        event(order, OrderStatus.CANCELED, "0");
        its.broker.replace(
                SampleOrders.brokerOrderId(order),
                new Replacement(
                        new ClientOrderId("made-elsewhere"),
                        Quantity.of("7"),
                        order.terms().type(),
                        order.terms().timeInForce()),
                SendGuard.ALWAYS);

        its.pass(Duration.ofSeconds(10));

        assertThat(its.stored(order).status()).isEqualTo(OrderStatus.REPLACED);
        assertThat(reopened()).isEmpty();
        assertThat(new Replay(its.stored(order), its.repository.history(order.id())).differences())
                .isEmpty();
    }

    @Test
    void the_incident_of_a_reopened_order_ends_with_the_order() {
        Order order = its.submitted();
        event(order, OrderStatus.CANCELED, "0");
        its.pass(MINUTE);

        its.broker.end(order);
        its.pass(MINUTE);

        assertThat(its.stored(order).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(its.openIncidents()).isEmpty();
    }

    @Test
    void a_false_fill_is_taken_back_and_the_events_still_make_the_order() {
        Order order = its.submitted();
        event(order, OrderStatus.FILLED, "10");

        its.pass(MINUTE);

        assertThat(its.stored(order).status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(its.stored(order).cumQty()).isEqualTo(Quantity.ZERO);
        assertThat(new Replay(its.stored(order), its.repository.history(order.id())).differences())
                .isEmpty();
    }

    @Test
    void a_list_that_is_older_than_the_event_reopens_nothing() {
        Order order = its.submitted();
        its.loop.tick();
        event(order, OrderStatus.CANCELED, "0");

        its.loop.syncSoon();
        its.pass(Duration.ofSeconds(1));
        its.broker.end(order);
        its.pass(MINUTE);

        assertThat(its.repository.history(order.id()))
                .extracting(event -> event.evidence().source())
                .doesNotContain(Evidence.Source.CORRECTION);
        assertThat(its.openIncidents()).isEmpty();
    }

    @Test
    void a_requested_cancel_of_a_reopened_order_is_sent() {
        Order order = its.submitted();
        its.cancelOrder.cancel(order.id());
        event(order, OrderStatus.CANCELED, "0");

        its.pass(Duration.ofSeconds(10));

        assertThat(its.stored(order).status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        assertThat(its.broker.cancels()).hasSizeGreaterThan(1);
    }

    @Test
    void a_comparison_of_both_books_shows_where_ours_is_ahead_of_the_brokers() {
        Order filled = its.submitted();
        event(filled, OrderStatus.FILLED, "10");
        its.broker.end(filled);

        assertThat(new Reconcile(its.repository, its.broker, new InstanceTag("test")).reconcile())
                .isInstanceOfSatisfying(
                        FetchResult.Complete.class,
                        complete ->
                                assertThat(((Reconciliation) complete.value()).differences())
                                        .singleElement()
                                        .isInstanceOf(ReconciliationBreak.NotTheSame.class));
    }

    private void event(Order order, OrderStatus status, String cumQty) {
        BrokerOrder there = SampleOrders.atBroker(order, status, cumQty);
        its.loop.listener().reports(List.of(FakeStream.report(there)));
    }

    private List<Incident> reopened() {
        return its.openIncidents().stream()
                .filter(incident -> incident.kind() == IncidentKind.ORDER_REOPENED)
                .toList();
    }
}
