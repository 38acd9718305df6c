package dev.lockstep.contracts.store.orders;

import static dev.lockstep.contracts.store.orders.OrderFixture.EVIDENCE;
import static dev.lockstep.contracts.store.orders.OrderFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.RejectReason;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.UpdateOutcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Changes of one order: its next version with its event, and nothing where nothing changes. */
public interface UpdateOrderContract extends TestedRepository {
    @Test
    default void an_update_stores_the_next_version_and_its_event() {
        Order order = its().added();
        ExecutionReport report = SampleOrders.report(order, OrderStatus.PARTIALLY_FILLED, "2.5");
        Order next = order.apply(report, SampleOrders.START.plusSeconds(2));

        UpdateOutcome outcome = repository().update(update(order, report));

        assertThat(outcome).isEqualTo(new UpdateOutcome.Updated(order, next));
        assertThat(repository().find(order.id())).contains(next);
        BrokerOrderId there = SampleOrders.brokerOrderId(order);
        assertThat(repository().byBrokerOrderId(there)).contains(next);
        assertThat(repository().byBrokerOrderIds(Set.of(there, new BrokerOrderId("none"))))
                .isEqualTo(Map.of(there, next));
        assertThat(repository().history(order.id()))
                .containsExactly(OrderEvent.of(order, EVIDENCE), OrderEvent.of(next, EVIDENCE));
    }

    @Test
    default void a_nul_in_a_text_of_the_broker_is_stored_as_the_replacement_character() {
        Order order = its().added();
        Evidence evidence = new Evidence(Evidence.Source.HTTP_ANSWER, "40\0", "id\0", "{\0\ud800}");
        ExecutionReport report =
                new ExecutionReport.Rejected(RejectReason.UNKNOWN_SYMBOL, "no\0 such");

        UpdateOutcome outcome =
                repository()
                        .update(
                                OrderUpdate.applying(
                                        order.id(), report, SampleOrders.START, evidence));

        assertThat(outcome).isInstanceOf(UpdateOutcome.Updated.class);
        Order stored = repository().find(order.id()).orElseThrow();
        assertThat(stored).isEqualTo(((UpdateOutcome.Updated) outcome).after());
        assertThat(stored.state().text()).contains("no\ufffd such");
        assertThat(repository().history(order.id()).getLast().evidence())
                .satisfies(kept -> {
                    assertThat(kept.summary()).isEqualTo("40\ufffd");
                    assertThat(kept.requestId()).isEqualTo("id\ufffd");
                    assertThat(kept.payload()).startsWith("{\ufffd");
                });
    }

    @Test
    default void a_quantity_that_the_broker_changed_comes_back_with_the_order_and_its_history() {
        Order order = its().added();
        BrokerOrder smaller =
                SampleOrders.like(SampleOrders.atBroker(order, OrderStatus.NEW, "0"))
                        .amount("6")
                        .order();

        assertThat(
                        repository()
                                .update(
                                        OrderUpdate.applying(
                                                order.id(),
                                                smaller.report(),
                                                SampleOrders.START,
                                                EVIDENCE)))
                .isInstanceOf(UpdateOutcome.Updated.class);

        Order stored = repository().find(order.id()).orElseThrow();
        assertThat(stored.terms().orderQty()).isEqualTo(Quantity.of("6"));
        assertThat(stored).isEqualTo(order.apply(smaller.report(), SampleOrders.START));
        assertThat(repository().history(order.id()))
                .last()
                .extracting(OrderEvent::state)
                .isEqualTo(stored.state());
    }

    @Test
    default void an_update_that_changes_nothing_writes_nothing() {
        Order order = its().added();
        ExecutionReport report = SampleOrders.report(order, OrderStatus.NEW, "0");
        repository().update(update(order, report));
        Order working = repository().find(order.id()).orElseThrow();

        assertThat(repository().update(update(order, report)))
                .isEqualTo(new UpdateOutcome.Unchanged(working));
        assertThat(repository().history(order.id())).hasSize(2);
    }

    @Test
    default void an_update_of_an_order_that_is_not_there_says_so() {
        Order stranger = its().sample().intent();

        assertThat(repository().update(update(stranger, new ExecutionReport.CancelRequested())))
                .isEqualTo(new UpdateOutcome.NotFound(stranger.id()));
    }

    @Test
    default void a_broker_order_id_belongs_to_one_order_for_ever() {
        List<Order> orders = its().added(2);
        ExecutionReport report = SampleOrders.report(orders.getFirst(), OrderStatus.NEW, "0");
        repository().update(update(orders.getFirst(), report));

        assertThat(repository().update(update(orders.getLast(), report)))
                .isInstanceOf(UpdateOutcome.Refused.class);
        assertThat(repository().byBrokerOrderId(SampleOrders.brokerOrderId(orders.getFirst())))
                .map(Order::id)
                .contains(orders.getFirst().id());
    }

    @Test
    default void a_list_that_was_read_does_not_change_afterwards() {
        Order order = its().added();
        List<OrderEvent> before = repository().history(order.id());

        repository().update(update(order, SampleOrders.report(order, OrderStatus.NEW, "0")));

        assertThat(before).hasSize(1);
    }
}
