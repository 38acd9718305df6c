package dev.lockstep.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.store.ConditionalInsert;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.risk.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A change inside a write that waits for another write is rejected long before the deadline. */
@Timeout(60)
class StuckChangeTest {
    private static final Evidence EVIDENCE = Evidence.local("test");

    private final SampleOrders sample = new SampleOrders();
    private @TempDir Path folder;

    @Test
    void a_change_that_writes_in_a_future_is_refused_and_nothing_is_stored() {
        try (SqliteStore store = open()) {
            Order order = added(store);
            Order inner = sample.intent();

            UpdateOutcome outcome =
                    store.repository()
                            .update(
                                    changing(
                                            order,
                                            () -> {
                                                CompletableFuture.runAsync(() -> add(store, inner))
                                                        .join();
                                            }));

            assertRefused(outcome);
            assertThat(store.repository().find(inner.id())).isEmpty();
            assertWritesContinue(store, order);
        }
    }

    @Test
    void a_change_that_writes_in_a_parallel_stream_is_refused() {
        try (SqliteStore store = open()) {
            Order order = added(store);
            List<Order> inner = Stream.generate(sample::intent).limit(8).toList();

            UpdateOutcome outcome =
                    store.repository()
                            .update(
                                    changing(
                                            order,
                                            () ->
                                                    inner.parallelStream()
                                                            .forEach(other -> add(store, other))));

            assertThat(outcome).isInstanceOf(UpdateOutcome.Refused.class);
            assertWritesContinue(store, order);
        }
    }

    @Test
    void a_gate_that_writes_in_a_virtual_thread_is_refused_and_its_intent_is_not_stored() {
        try (SqliteStore store = open();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Order intent = sample.intent();
            Order inner = sample.intent();
            ConditionalInsert gated =
                    new ConditionalInsert(
                            intent,
                            null,
                            _ -> {
                                CompletableFuture.runAsync(() -> add(store, inner), threads).join();
                                return new Verdict.Approved();
                            },
                            EVIDENCE);

            assertThatThrownBy(() -> store.repository().intend(gated))
                    .hasStackTraceContaining("waits for another thread");

            assertThat(store.repository().find(intent.id())).isEmpty();
            assertWritesContinue(store, added(store));
        }
    }

    private SqliteStore open() {
        return Stores.open(
                SqliteConfig.at(folder.resolve("orders.db"))
                        .withLockDeadline(Duration.ofMinutes(5)));
    }

    private Order added(SqliteStore store) {
        Order order = sample.intent();
        add(store, order);
        return order;
    }

    private static void add(SqliteStore store, Order order) {
        store.repository().add(order, EVIDENCE);
    }

    private static OrderUpdate changing(Order order, Runnable action) {
        return new OrderUpdate(
                order.id(),
                stored -> {
                    action.run();
                    return next(stored);
                },
                EVIDENCE);
    }

    private static Order next(Order stored) {
        return stored.apply(new ExecutionReport.CancelRequested(), SampleOrders.START);
    }

    private static void assertRefused(UpdateOutcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        UpdateOutcome.Refused.class,
                        refused -> assertThat(refused.text()).contains("waits for another thread"));
    }

    private static void assertWritesContinue(SqliteStore store, Order order) {
        assertThat(store.repository().find(order.id())).contains(order);
        assertThat(
                        store.repository()
                                .update(
                                        new OrderUpdate(
                                                order.id(), StuckChangeTest::next, EVIDENCE)))
                .isInstanceOf(UpdateOutcome.Updated.class);
    }

    @Test
    void a_slow_computing_change_is_not_refused() {
        try (SqliteStore store = open()) {
            Order order = added(store);
            long end = System.nanoTime() + Duration.ofMillis(600).toNanos();
            OrderUpdate slow =
                    changing(
                            order,
                            () -> {
                                while (System.nanoTime() < end) {
                                    Thread.onSpinWait();
                                }
                            });
            CompletableFuture<UpdateOutcome> first =
                    CompletableFuture.supplyAsync(() -> store.repository().update(slow));

            Order other = added(store);

            assertThat(store.repository().find(other.id())).contains(other);
            assertThat(first.join()).isInstanceOf(UpdateOutcome.Updated.class);
        } catch (RepositoryException failure) {
            assertThat(failure.reason()).isNotEqualTo(Reason.MISUSE);
            throw failure;
        }
    }
}
