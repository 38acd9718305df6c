package dev.lockstep.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.Eventually;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.store.BatchMode;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.persistence.sql.order.SqlOrderRepository;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Metrics of a store, group commits and the queue's limits. */
@Tag("slow")
class StoreMetricsTest {
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final Evidence EVIDENCE = Evidence.local("test");

    private final SampleOrders sample = new SampleOrders();
    private final RecordedMetrics metrics = new RecordedMetrics();
    private final CountDownLatch release = new CountDownLatch(1);
    private @TempDir Path folder;

    @AfterEach
    void releaseTheWriter() {
        release.countDown();
    }

    @Test
    void queued_callers_are_committed_together() throws Exception {
        try (SqliteStore store = open(config())) {
            CompletableFuture<Boolean> first = occupyWriter(store);
            List<CompletableFuture<Void>> waiting = new ArrayList<>();
            for (int caller = 0; caller < 5; caller++) {
                waiting.add(CompletableFuture.runAsync(() -> added(store, 3)));
            }
            Eventually.within(BOUND, "all wait", () -> store.writer().queued() == 5);
            release.countDown();
            assertThat(first.get(BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();
            CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)).get();

            Eventually.within(BOUND, "it is reported", () -> metrics.commits.size() == 2);
            assertThat(metrics.commits.getLast().writes()).isEqualTo(5);
            assertThat(metrics.commits.getLast().orders()).isEqualTo(15);
            assertThat(metrics.commits)
                    .allSatisfy(commit -> assertThat(commit.took()).isPositive());
            assertThat(metrics.depths).contains(1, 5);
        }
    }

    @Test
    void lock_waits_and_retries_are_reported() throws Exception {
        try (SqliteStore store = open(config().withLockDeadline(Duration.ofSeconds(1)))) {
            try (ForeignLock _ = ForeignLock.on(folder.resolve("orders.db"))) {
                assertFails(Reason.LOCK_TIMEOUT, () -> added(store, 1));
            }
            Eventually.within(BOUND, "a wait is reported", () -> !metrics.lockWaits.isEmpty());

            assertThat(metrics.retries).hasPositiveValue();
            assertThat(metrics.lockWaits)
                    .allSatisfy(wait -> assertThat(wait).isPositive().isLessThan(BOUND));
            assertThat(store.inspection().inspect().retries())
                    .isGreaterThanOrEqualTo(metrics.retries.get());
        }
    }

    @Test
    void checkpoints_are_reported() {
        try (SqliteStore store = open(config())) {
            added(store, 100);

            Eventually.within(BOUND, "it is reported", () -> !metrics.checkpoints.isEmpty());

            assertThat(metrics.checkpoints.getFirst().walBytes()).isGreaterThan(100_000);
            assertThat(metrics.checkpoints.getFirst().took()).isPositive();
        }
    }

    @Test
    void ten_thousand_updates_take_a_handful_of_commits_and_unchanged_ones_write_nothing() {
        try (SqliteStore store = open(config())) {
            List<OrderUpdate> poll =
                    added(store, OrderRepository.MAX_BATCH).stream()
                            .map(StoreMetricsTest::working)
                            .toList();
            Eventually.within(BOUND, "the orders are reported", () -> metrics.commits.size() == 1);

            assertThat(store.repository().updateAll(poll, BatchMode.EACH_FOR_ITSELF))
                    .hasOnlyElementsOfType(UpdateOutcome.Updated.class);
            Eventually.within(BOUND, "the updates are reported", () -> metrics.commits.size() >= 6);
            assertThat(metrics.commits).hasSize(6);
            assertThat(metrics.commits.subList(1, 6))
                    .allSatisfy(commit ->
                            assertThat(commit.orders())
                                    .isEqualTo(SqlOrderRepository.MAX_UPDATES_PER_COMMIT));

            long journal = folder.resolve("orders.db-wal").toFile().length();
            assertThat(store.repository().updateAll(poll, BatchMode.EACH_FOR_ITSELF))
                    .hasOnlyElementsOfType(UpdateOutcome.Unchanged.class);
            assertThat(folder.resolve("orders.db-wal")).hasSize(journal);
        }
    }

    @Test
    void a_write_that_finds_no_queue_capacity_fails_as_overloaded() throws Exception {
        SqliteConfig small =
                config().withMaxQueuedWrites(1).withLockDeadline(Duration.ofMillis(500));
        try (SqliteStore store = open(small)) {
            CompletableFuture<Boolean> first = occupyWriter(store);
            CompletableFuture<Void> second =
                    CompletableFuture.runAsync(
                            () -> assertFails(Reason.OVERLOADED, () -> added(store, 1)));
            Eventually.within(BOUND, "one waits", () -> store.writer().queued() == 1);

            assertThatThrownBy(() -> added(store, 1))
                    .isInstanceOfSatisfying(
                            RepositoryException.class,
                            failure -> assertThat(failure.reason()).isEqualTo(Reason.OVERLOADED));

            assertThat(second).succeedsWithin(BOUND);
            release.countDown();
            assertThat(first).succeedsWithin(BOUND);
            added(store, 1);
        }
    }

    private SqliteConfig config() {
        return SqliteConfig.at(folder.resolve("orders.db"));
    }

    private SqliteStore open(SqliteConfig config) {
        return Stores.open(config, new TestClock(), metrics);
    }

    /** Runs a unit that keeps the writer busy until released. */
    private CompletableFuture<Boolean> occupyWriter(SqliteStore store) throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CompletableFuture<Boolean> unit =
                CompletableFuture.supplyAsync(() ->
                        store.writer()
                                .write(_ -> {
                                    started.countDown();
                                    return released();
                                }));
        assertThat(started.await(BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return unit;
    }

    private boolean released() {
        try {
            return release.await(BOUND.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private List<Order> added(SqliteStore store, int count) {
        List<Order> orders;
        synchronized (sample) {
            orders = IntStream.range(0, count).mapToObj(_ -> sample.intent()).toList();
        }
        store.repository().addAll(orders, EVIDENCE);
        return orders;
    }

    private static OrderUpdate working(Order order) {
        return OrderUpdate.applying(
                order.id(),
                SampleOrders.report(order, OrderStatus.NEW, "0"),
                SampleOrders.START,
                EVIDENCE);
    }

    private static void assertFails(Reason reason, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        RepositoryException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(reason));
    }
}
