package dev.lockstep.contracts.store.orders;

import static dev.lockstep.contracts.store.orders.OrderFixture.EVIDENCE;
import static dev.lockstep.contracts.store.orders.OrderFixture.oneMoreVersion;
import static dev.lockstep.contracts.store.orders.OrderFixture.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.store.BatchMode;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.UpdateOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Changes of many orders at once: each for itself, or all or nothing. */
public interface BatchUpdateContract extends TestedRepository {
    @Test
    default void one_bad_order_does_not_stop_the_other_forty_nine() {
        List<Order> orders = its().added(50);
        List<OrderUpdate> updates = new ArrayList<>();
        for (Order order : orders) {
            updates.add(update(order, SampleOrders.report(order, OrderStatus.NEW, "0")));
        }
        Order bad = orders.get(20);
        updates.set(20, update(bad, SampleOrders.report(orders.getFirst(), OrderStatus.NEW, "0")));

        List<UpdateOutcome> outcomes = repository().updateAll(updates, BatchMode.EACH_FOR_ITSELF);

        assertThat(outcomes).hasSize(50);
        assertThat(outcomes).filteredOn(UpdateOutcome.Updated.class::isInstance).hasSize(49);
        assertThat(outcomes.get(20)).isInstanceOf(UpdateOutcome.Refused.class);
        assertThat(repository().find(bad.id())).contains(bad);
        assertThat(repository().history(bad.id())).hasSize(1);
        assertThat(repository().history(orders.getLast().id())).hasSize(2);
    }

    @Test
    default void two_updates_of_one_order_in_a_batch_build_on_each_other() {
        Order order = its().added();

        repository()
                .updateAll(
                        List.of(
                                update(order, SampleOrders.report(order, OrderStatus.NEW, "0")),
                                update(
                                        order,
                                        SampleOrders.report(order, OrderStatus.FILLED, "10"))),
                        BatchMode.EACH_FOR_ITSELF);

        Order filled = repository().find(order.id()).orElseThrow();
        assertThat(filled.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(filled.version()).isEqualTo(3);
    }

    @Test
    default void a_batch_tells_the_outcome_of_each_update_in_its_place() {
        List<Order> orders = its().added(4);
        Order stranger = its().sample().intent();
        ExecutionReport working = SampleOrders.report(orders.get(1), OrderStatus.NEW, "0");
        repository().update(update(orders.get(1), working));
        Order stale =
                orders.get(2).apply(new ExecutionReport.Unresolved("stale"), SampleOrders.START);
        repository().update(oneMoreVersion(orders.get(2).id()));

        List<UpdateOutcome> outcomes =
                repository()
                        .updateAll(
                                List.of(
                                        update(
                                                orders.get(0),
                                                SampleOrders.report(
                                                        orders.get(0), OrderStatus.FILLED, "10")),
                                        update(orders.get(1), working),
                                        new OrderUpdate(orders.get(2).id(), _ -> stale, EVIDENCE),
                                        update(stranger, new ExecutionReport.CancelRequested()),
                                        oneMoreVersion(orders.get(3).id())),
                                BatchMode.EACH_FOR_ITSELF);

        assertThat(outcomes)
                .extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("Updated", "Unchanged", "Refused", "NotFound", "Updated");
        assertThat(repository().history(orders.get(1).id())).hasSize(2);
        assertThat(repository().history(orders.get(2).id())).hasSize(2);
    }

    @Test
    default void all_or_nothing_means_nothing_when_one_is_refused() {
        List<Order> orders = its().added(3);
        List<OrderUpdate> updates =
                List.of(
                        update(
                                orders.get(0),
                                SampleOrders.report(orders.get(0), OrderStatus.NEW, "0")),
                        update(its().sample().intent(), new ExecutionReport.CancelRequested()),
                        update(
                                orders.get(2),
                                SampleOrders.report(orders.get(2), OrderStatus.NEW, "0")));

        List<UpdateOutcome> outcomes = repository().updateAll(updates, BatchMode.ALL_OR_NOTHING);

        assertThat(outcomes)
                .containsExactly(
                        new UpdateOutcome.RolledBack(orders.get(0).id()),
                        new UpdateOutcome.NotFound(updates.get(1).id()),
                        new UpdateOutcome.RolledBack(orders.get(2).id()));
        orders.forEach(order -> assertThat(repository().find(order.id())).contains(order));
        orders.forEach(order -> assertThat(repository().history(order.id())).hasSize(1));
    }

    @Test
    default void all_or_nothing_means_all_when_none_is_refused() {
        List<Order> orders = its().added(3);
        List<OrderUpdate> updates =
                orders.stream()
                        .map(order ->
                                update(order, SampleOrders.report(order, OrderStatus.FILLED, "10")))
                        .toList();

        assertThat(repository().updateAll(updates, BatchMode.ALL_OR_NOTHING))
                .hasOnlyElementsOfType(UpdateOutcome.Updated.class)
                .hasSize(3);
    }

    @Test
    default void all_or_nothing_undoes_two_updates_of_one_order_together() {
        Order order = its().added();

        List<UpdateOutcome> outcomes =
                repository()
                        .updateAll(
                                List.of(
                                        oneMoreVersion(order.id()),
                                        oneMoreVersion(order.id()),
                                        update(
                                                its().sample().intent(),
                                                new ExecutionReport.CancelRequested())),
                                BatchMode.ALL_OR_NOTHING);

        assertThat(outcomes).filteredOn(UpdateOutcome.RolledBack.class::isInstance).hasSize(2);
        assertThat(repository().find(order.id())).contains(order);
        assertThat(repository().history(order.id())).hasSize(1);
    }

    @Test
    default void two_hundred_unchanged_orders_write_nothing_however_often_they_are_synced() {
        List<Order> orders = its().added(200);
        List<OrderUpdate> poll =
                orders.stream()
                        .map(order ->
                                update(order, SampleOrders.report(order, OrderStatus.NEW, "0")))
                        .toList();
        repository().updateAll(poll, BatchMode.EACH_FOR_ITSELF);
        List<Order> before = repository().search(OrderQuery.all().limit(200));

        for (BatchMode mode : BatchMode.values()) {
            assertThat(repository().updateAll(poll, mode))
                    .hasSize(200)
                    .hasOnlyElementsOfType(UpdateOutcome.Unchanged.class);
        }

        assertThat(repository().search(OrderQuery.all().limit(200))).isEqualTo(before);
        assertThat(before)
                .allSatisfy(order -> assertThat(repository().history(order.id())).hasSize(2));
    }

    @Test
    default void a_batch_of_the_largest_size_is_stored_in_full() {
        List<Order> orders = its().added(OrderRepository.MAX_BATCH);
        List<OrderUpdate> poll =
                orders.stream()
                        .map(order ->
                                update(order, SampleOrders.report(order, OrderStatus.NEW, "0")))
                        .toList();

        assertThat(repository().updateAll(poll, BatchMode.EACH_FOR_ITSELF))
                .hasSize(OrderRepository.MAX_BATCH)
                .hasOnlyElementsOfType(UpdateOutcome.Updated.class);
        assertThat(repository().history(orders.getFirst().id())).hasSize(2);
        assertThat(repository().history(orders.getLast().id())).hasSize(2);
    }

    @Test
    default void a_batch_has_a_bound() {
        Order order = its().added();
        List<OrderUpdate> tooMany =
                Collections.nCopies(
                        OrderRepository.MAX_BATCH + 1,
                        update(order, new ExecutionReport.CancelRequested()));

        assertThatThrownBy(() -> repository().updateAll(tooMany, BatchMode.EACH_FOR_ITSELF))
                .hasMessageContaining("at most 10000");
    }

    @Test
    default void an_empty_batch_is_no_work() {
        assertThat(repository().addAll(List.of(), EVIDENCE)).isEmpty();
        assertThat(repository().updateAll(List.of(), BatchMode.ALL_OR_NOTHING)).isEmpty();
    }
}
