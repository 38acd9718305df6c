package dev.lockstep.contracts.store.orders;

import static dev.lockstep.contracts.store.orders.OrderFixture.EVIDENCE;
import static dev.lockstep.contracts.store.orders.OrderFixture.atOnce;
import static dev.lockstep.contracts.store.orders.OrderFixture.oneMoreVersion;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.AddOutcome;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.UpdateOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Writes of many threads: none is lost, one wins, and each caller keeps its sequence. */
public interface ConcurrentWritesContract extends TestedRepository {
    @Test
    default void twenty_threads_with_one_idempotency_key_store_one_order() throws Exception {
        IdempotencyKey key = new IdempotencyKey("click-1");
        List<Order> orders =
                IntStream.range(0, 20).mapToObj(_ -> its().sample().intentUnder(key)).toList();

        List<AddOutcome> outcomes =
                atOnce(
                        orders.stream()
                                .<Callable<AddOutcome>>map(
                                        order -> () -> repository().add(order, EVIDENCE))
                                .toList());

        assertThat(outcomes).filteredOn(AddOutcome.Added.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .extracting(AddOutcome::order)
                .containsOnly(outcomes.getFirst().order());
        assertThat(repository().search(OrderQuery.all())).hasSize(1);
    }

    @Test
    default void no_update_is_lost_when_many_threads_change_one_order() throws Exception {
        Order order = its().added();
        int threads = 16;
        int rounds = 25;
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            writers.add(() -> {
                for (int round = 0; round < rounds; round++) {
                    repository().update(oneMoreVersion(order.id()));
                }
                return rounds;
            });
        }

        atOnce(writers);

        assertThat(repository().find(order.id()).orElseThrow().version())
                .isEqualTo(1 + threads * rounds);
        assertThat(repository().history(order.id()))
                .extracting(OrderEvent::version)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 1 + threads * rounds)
                                .mapToObj(Long::valueOf)
                                .toList());
    }

    @Test
    default void check_then_act_has_one_winner_in_every_round() throws Exception {
        for (int round = 0; round < 20; round++) {
            Order order = its().added();
            OrderUpdate claim =
                    new OrderUpdate(
                            order.id(),
                            stored ->
                                    stored.version() == 1
                                            ? stored.apply(
                                                    new ExecutionReport.Unresolved("mine"),
                                                    SampleOrders.START)
                                            : stored,
                            EVIDENCE);
            Callable<UpdateOutcome> claimant = () -> repository().update(claim);

            List<UpdateOutcome> outcomes = atOnce(List.of(claimant, claimant, claimant, claimant));

            assertThat(outcomes).filteredOn(UpdateOutcome.Updated.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(UpdateOutcome.Unchanged.class::isInstance).hasSize(3);
        }
    }

    @Test
    default void the_writes_of_one_caller_keep_their_order() throws Exception {
        List<Order> orders = its().added(8);
        List<Callable<OrderId>> callers =
                orders.stream()
                        .<Callable<OrderId>>map(order ->
                                () -> {
                                    for (int write = 0; write < 20; write++) {
                                        repository().update(textOf(order.id(), write));
                                    }
                                    return order.id();
                                })
                        .toList();

        for (OrderId id : atOnce(callers)) {
            assertThat(repository().history(id).stream().skip(1))
                    .extracting(event -> event.evidence().summary())
                    .containsExactlyElementsOf(
                            IntStream.range(0, 20).mapToObj(write -> "write " + write).toList());
        }
    }

    private static OrderUpdate textOf(OrderId id, int write) {
        return new OrderUpdate(id, oneMoreVersion(id).change(), Evidence.local("write " + write));
    }
}
