package dev.lockstep.domain.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker.NextSubmit;
import dev.lockstep.contracts.FakeStream;
import dev.lockstep.contracts.SampleFills;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.usecase.monitor.LoopEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the broker's own executions and orders prove is recorded, whatever was recorded before. */
class ProvenAtBrokerTest {
    private static final Duration MINUTE = Duration.ofMinutes(2);

    private final LoopFixture its = new LoopFixture();

    @Test
    void an_execution_of_a_canceled_order_is_applied_by_asking_for_the_order() {
        Order order = its.submitted();
        its.broker.end(order);
        its.pass(MINUTE);
        assertThat(its.stored(order).status()).isEqualTo(OrderStatus.CANCELED);
        its.broker.set(order, OrderStatus.CANCELED, "4");
        traded(SampleFills.fill("e-1", SampleOrders.brokerOrderId(order), "4", "4"));

        its.pass(MINUTE);

        assertThat(its.stored(order).cumQty()).isEqualTo(Quantity.of("4"));
        assertThat(incidents(IncidentKind.FILL_MISMATCH)).isEmpty();
    }

    @Test
    void an_execution_of_a_rejected_order_is_applied_though_its_broker_id_was_not_known() {
        its.broker.next(NextSubmit.REFUSE);
        Order order = its.submitted();
        assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
        its.broker.set(order, OrderStatus.FILLED, "10");
        traded(SampleFills.fill("e-1", SampleOrders.brokerOrderId(order), "10", "10"));

        its.pass(MINUTE);

        assertThat(its.stored(order).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(its.stored(order).cumQty()).isEqualTo(Quantity.of("10"));
    }

    @Test
    void a_fill_that_neither_the_order_nor_its_executions_show_is_taken_back() {
        Order order = its.submitted();
        BrokerOrder half = SampleOrders.atBroker(order, OrderStatus.PARTIALLY_FILLED, "4");
        its.broker.set(half);
        traded(SampleFills.fill("e-1", SampleOrders.brokerOrderId(order), "4", "4"));
        its.loop
                .listener()
                .reports(
                        List.of(
                                FakeStream.report(
                                        SampleOrders.atBroker(
                                                order, OrderStatus.PARTIALLY_FILLED, "7"))));
        assertThat(its.stored(order).cumQty()).isEqualTo(Quantity.of("7"));

        its.pass(MINUTE);

        assertThat(its.stored(order).cumQty()).isEqualTo(Quantity.of("4"));
        assertThat(its.repository.history(order.id()))
                .last()
                .satisfies(event ->
                        assertThat(event.evidence().source())
                                .isEqualTo(Evidence.Source.CORRECTION));
    }

    @Test
    void orders_that_were_sent_elsewhere_are_asked_for_once() {
        Order elsewhere = new SampleOrders(new InstanceTag("other")).intent();
        its.broker.set(elsewhere, OrderStatus.FILLED, "10");
        traded(SampleFills.fill("e-1", SampleOrders.brokerOrderId(elsewhere), "10", "10"));

        its.pass(MINUTE);
        int lookups = its.broker.lookups();
        its.pass(MINUTE);

        assertThat(its.broker.lookups()).isEqualTo(lookups);
        assertThat(its.repository.byClientOrderId(elsewhere.clientOrderId())).isEmpty();
    }

    @Test
    void an_order_of_ours_that_is_missing_here_is_restored_and_is_an_incident_of_its_own() {
        Order lost = its.sample.intent();
        its.broker.set(lost, OrderStatus.PARTIALLY_FILLED, "4");

        its.pass(MINUTE);

        assertThat(its.repository.find(lost.id()))
                .hasValueSatisfying(restored -> {
                    assertThat(restored.clientOrderId()).isEqualTo(lost.clientOrderId());
                    assertThat(restored.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
                    assertThat(restored.cumQty()).isEqualTo(Quantity.of("4"));
                });
        assertThat(incidents(IncidentKind.LOST_ORDER))
                .singleElement()
                .satisfies(incident -> assertThat(incident.subject()).isEqualTo(lost.id().value()));
        assertThat(incidents(IncidentKind.EXTERNAL_ORDER)).isEmpty();
    }

    @Test
    void a_closed_order_of_ours_that_is_missing_here_is_restored_by_its_executions() {
        Order lost = its.sample.intent();
        its.broker.set(lost, OrderStatus.FILLED, "10");
        traded(SampleFills.fill("e-1", SampleOrders.brokerOrderId(lost), "10", "10"));

        its.pass(MINUTE);

        assertThat(its.stored(lost).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(incidents(IncidentKind.LOST_ORDER)).hasSize(1);
    }

    @Test
    void an_id_that_the_broker_refuses_fails_no_sync() {
        its.broker.next(NextSubmit.TAKE_AND_LOSE_THE_ANSWER);
        Order mangled = its.submitted();
        BrokerOrderId wrong = new BrokerOrderId("true");
        its.loop
                .listener()
                .reports(
                        List.of(
                                FakeStream.report(
                                        SampleOrders.like(
                                                        SampleOrders.atBroker(
                                                                mangled, OrderStatus.NEW, "0"))
                                                .brokerOrderId(wrong)
                                                .order())));
        its.broker.refuses(wrong);
        Order other = its.submitted();
        its.broker.set(other, OrderStatus.FILLED, "10");

        its.pass(MINUTE);

        assertThat(its.stored(other).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(its.events(LoopEvent.SyncFailed.class)).isEmpty();
        assertThat(incidents(IncidentKind.BROKER_ORDER_CONFLICT)).hasSize(1);
    }

    private void traded(Fill fill) {
        its.history.add(fill);
    }

    private List<Incident> incidents(IncidentKind kind) {
        return its.openIncidents().stream().filter(incident -> incident.kind() == kind).toList();
    }
}
