package dev.lockstep.contracts.store.orders;

import static dev.lockstep.contracts.store.orders.OrderFixture.EVIDENCE;
import static dev.lockstep.contracts.store.orders.OrderFixture.terms;
import static dev.lockstep.contracts.store.orders.OrderFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.UpdateOutcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Changes that are refused without a trace: stale, failing, of the terms, or using the repository.
 */
public interface RefusedChangeContract extends TestedRepository {
    @Test
    default void a_change_that_was_made_of_an_older_copy_is_refused() {
        Order order = its().added();
        Order stale = order.apply(new ExecutionReport.Unresolved("stale"), SampleOrders.START);
        repository().update(update(order, SampleOrders.report(order, OrderStatus.NEW, "0")));
        Order stored = repository().find(order.id()).orElseThrow();

        UpdateOutcome outcome =
                repository().update(new OrderUpdate(order.id(), _ -> stale, EVIDENCE));

        assertThat(outcome).isInstanceOf(UpdateOutcome.Refused.class);
        assertThat(repository().find(order.id())).contains(stored);
        assertThat(repository().history(order.id())).hasSize(2);
    }

    @Test
    default void a_change_that_throws_is_refused_with_its_message_and_leaves_no_trace() {
        Order order = its().added();

        UpdateOutcome outcome =
                repository()
                        .update(
                                new OrderUpdate(
                                        order.id(),
                                        _ -> {
                                            throw new IllegalStateException("no good");
                                        },
                                        EVIDENCE));

        assertThat(outcome).isEqualTo(new UpdateOutcome.Refused(order.id(), "no good"));
        assertThat(repository().history(order.id())).hasSize(1);
    }

    @Test
    default void a_change_of_anything_but_the_state_is_refused() {
        Order order = its().added();
        Order other =
                its().sample().intent(terms("MSFT", "1", new OrderType.Market(), TimeInForce.DAY));
        List<UnaryOperator<Order>> changes =
                List.of(
                        stored -> rewritten(stored, other.clientOrderId(), stored.terms(), null),
                        stored -> rewritten(stored, stored.clientOrderId(), other.terms(), null),
                        stored ->
                                rewritten(
                                        stored,
                                        stored.clientOrderId(),
                                        stored.terms(),
                                        other.id()));

        for (UnaryOperator<Order> change : changes) {
            assertThat(repository().update(new OrderUpdate(order.id(), change, EVIDENCE)))
                    .isInstanceOfSatisfying(
                            UpdateOutcome.Refused.class,
                            refused -> assertThat(refused.text()).contains("terms: changed"));
        }
        assertThat(repository().find(order.id())).contains(order);
        assertThat(repository().history(order.id())).hasSize(1);
    }

    private static Order rewritten(
            Order stored, ClientOrderId clientOrderId, NewOrder terms, @Nullable OrderId parent) {
        return new Order(
                stored.id(),
                clientOrderId,
                stored.idempotencyKey(),
                stored.purpose(),
                parent,
                stored.replaces(),
                terms,
                stored.state(),
                stored.createdAt(),
                stored.updatedAt(),
                stored.version() + 1);
    }

    @Test
    default void a_change_that_reads_the_repository_is_refused_at_once() {
        Order order = its().added();

        assertRefusedInside(order, stored -> repository().find(stored.id()).orElseThrow());
        assertRefusedInside(order, stored -> repository().search(OrderQuery.all()).getFirst());
    }

    @Test
    default void replacements_are_not_read_inside_a_write() {
        Order order = its().added();

        UpdateOutcome outcome =
                repository()
                        .update(
                                new OrderUpdate(
                                        order.id(),
                                        stored -> {
                                            repository().replacements(stored.id());
                                            return stored;
                                        },
                                        EVIDENCE));

        assertThat(outcome).isInstanceOf(UpdateOutcome.Refused.class);
    }

    @Test
    default void a_change_that_writes_to_the_repository_is_refused_at_once() {
        Order order = its().added();
        Order other = its().added();

        assertRefusedInside(
                order,
                stored -> {
                    repository()
                            .update(
                                    update(
                                            other,
                                            SampleOrders.report(other, OrderStatus.NEW, "0")));
                    return stored;
                });
        assertRefusedInside(
                order, stored -> repository().add(its().sample().intent(), EVIDENCE).order());
        assertThat(repository().find(other.id())).contains(other);
        assertThat(repository().search(OrderQuery.all())).hasSize(2);
    }

    private void assertRefusedInside(Order order, UnaryOperator<Order> change) {
        assertThat(repository().update(new OrderUpdate(order.id(), change, EVIDENCE)))
                .isInstanceOfSatisfying(
                        UpdateOutcome.Refused.class,
                        refused -> assertThat(refused.text()).contains("from inside a write"));
    }

    @Test
    default void a_change_that_waits_for_a_thread_which_uses_the_repository_is_refused() {
        Order order = its().sample().intent();
        repository().add(order, EVIDENCE);
        Order inner = its().sample().intent();

        UpdateOutcome outcome =
                repository()
                        .update(
                                new OrderUpdate(
                                        order.id(),
                                        stored -> {
                                            CompletableFuture.runAsync(
                                                            () -> repository().add(inner, EVIDENCE))
                                                    .join();
                                            return stored.apply(
                                                    new ExecutionReport.CancelRequested(),
                                                    SampleOrders.START);
                                        },
                                        EVIDENCE));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        UpdateOutcome.Refused.class,
                        refused -> assertThat(refused.text()).contains("waits for another thread"));
        assertThat(repository().find(inner.id())).isEmpty();
        assertThat(repository().find(order.id())).contains(order);
    }
}
