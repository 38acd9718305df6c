package dev.lockstep.contracts.store.orders;

import static dev.lockstep.contracts.store.orders.OrderFixture.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.SampleFills;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Executions that are stored in one write with what they made of their orders. */
public interface ExecutionsContract extends TestedRepository {
    /** The executions that the repository under test stores. */
    Fills fills();

    @Test
    default void an_execution_is_stored_with_what_it_made_of_its_order() {
        Order order = its().added();
        Fill first = SampleFills.fill("e-1", SampleOrders.brokerOrderId(order), "4", "4");
        Fill second = SampleFills.fill("e-2", SampleOrders.brokerOrderId(order), "6", "10");

        List<UpdateOutcome> outcomes =
                repository()
                        .updateAll(
                                List.of(first, second),
                                List.of(
                                        update(
                                                order,
                                                SampleOrders.report(
                                                        order, OrderStatus.PARTIALLY_FILLED, "4")),
                                        update(
                                                order,
                                                SampleOrders.report(
                                                        order, OrderStatus.FILLED, "10"))));

        assertThat(outcomes).hasOnlyElementsOfType(UpdateOutcome.Updated.class).hasSize(2);
        assertThat(repository().find(order.id()).orElseThrow().status())
                .isEqualTo(OrderStatus.FILLED);
        assertThat(fills().of(SampleOrders.brokerOrderId(order))).containsExactly(first, second);
    }

    @Test
    default void an_execution_is_kept_whatever_becomes_of_the_updates() {
        Order named = its().added();
        repository().update(update(named, SampleOrders.report(named, OrderStatus.NEW, "0")));
        Order order = its().added();
        Order unknown = its().sample().intent();
        Fill ours = SampleFills.fill("e-1", SampleOrders.brokerOrderId(order), "4", "4");
        Fill external = SampleFills.fill("e-2", new BrokerOrderId("external"), "1", "1");

        List<UpdateOutcome> outcomes =
                repository()
                        .updateAll(
                                List.of(ours, external),
                                List.of(
                                        update(
                                                order,
                                                SampleOrders.report(named, OrderStatus.NEW, "0")),
                                        update(
                                                unknown,
                                                SampleOrders.report(
                                                        unknown, OrderStatus.FILLED, "10"))));

        assertThat(outcomes.getFirst()).isInstanceOf(UpdateOutcome.Refused.class);
        assertThat(outcomes.getLast()).isInstanceOf(UpdateOutcome.NotFound.class);
        assertThat(repository().find(order.id())).contains(order);
        assertThat(fills().of(ours.brokerOrderId())).containsExactly(ours);
        assertThat(fills().of(external.brokerOrderId())).containsExactly(external);
    }

    @Test
    default void the_same_executions_and_updates_again_change_nothing() {
        Order order = its().added();
        Fill fill = SampleFills.fill("e-1", SampleOrders.brokerOrderId(order), "10", "10");
        Fill otherName = SampleFills.fill("e-2", SampleOrders.brokerOrderId(order), "10", "10");

        for (int i = 0; i < 2; i++) {
            repository()
                    .updateAll(
                            List.of(fill, fill, otherName),
                            List.of(
                                    update(
                                            order,
                                            SampleOrders.report(order, OrderStatus.FILLED, "10"))));
        }

        assertThat(repository().history(order.id())).hasSize(2);
        assertThat(fills().of(fill.brokerOrderId())).containsExactly(fill);
    }

    @Test
    default void executions_alone_are_stored_and_nothing_is_no_write() {
        Fill fill = SampleFills.fill("e-1", new BrokerOrderId("external"), "1", "1");

        assertThat(repository().updateAll(List.of(), List.of())).isEmpty();
        assertThat(repository().updateAll(List.of(fill), List.of())).isEmpty();

        assertThat(fills().of(fill.brokerOrderId())).containsExactly(fill);
    }

    @Test
    default void more_executions_than_one_write_takes_are_refused_before_any_is_stored() {
        Fill fill = SampleFills.fill("e-1", new BrokerOrderId("external"), "1", "1");
        List<Fill> many = Collections.nCopies(OrderRepository.MAX_EXECUTIONS + 1, fill);

        assertThatThrownBy(() -> repository().updateAll(many, List.of()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("executions: 1001 (expected: at most 1000)");

        assertThat(fills().of(fill.brokerOrderId())).isEmpty();
    }
}
