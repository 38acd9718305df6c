package dev.lockstep.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.Eventually;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.store.AddOutcome;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls while another process holds the write lock. */
@Tag("slow")
class ForeignLockTest {
    private static final Evidence EVIDENCE = Evidence.local("test");
    private static final Duration BOUND = Duration.ofSeconds(30);

    private final SampleOrders sample = new SampleOrders();
    private @TempDir Path folder;

    @Test
    void a_write_succeeds_once_the_lock_is_released() throws Exception {
        Path file = folder.resolve("orders.db");
        try (SqliteStore store = Stores.open(file)) {
            CompletableFuture<AddOutcome> outcome;
            try (ForeignLock _ = ForeignLock.on(file)) {
                outcome = CompletableFuture.supplyAsync(() -> add(store.repository()));
                Eventually.within(BOUND, "a lock wait", () -> store.lockCounters().waits() > 0);
                assertThat(outcome).isNotDone();
            }
            assertThat(outcome.get()).isInstanceOf(AddOutcome.Added.class);
        }
    }

    @Test
    void a_lock_that_is_never_released_ends_in_a_timeout_and_nothing_is_stored() throws Exception {
        Path file = folder.resolve("orders.db");
        SqliteConfig config = SqliteConfig.at(file).withLockDeadline(Duration.ofSeconds(1));
        try (SqliteStore store = Stores.open(config)) {
            Order order = sample.intent();
            try (ForeignLock _ = ForeignLock.on(file)) {
                assertThatThrownBy(() -> store.repository().add(order, EVIDENCE))
                        .isInstanceOfSatisfying(
                                RepositoryException.class,
                                failure ->
                                        assertThat(failure.reason()).isEqualTo(Reason.LOCK_TIMEOUT))
                        .hasMessageContaining("1000 ms");
            }
            assertThat(store.repository().find(order.id())).isEmpty();
            assertThat(store.inspection().inspect().lockErrors()).isEqualTo(1);
            assertThat(add(store.repository())).isInstanceOf(AddOutcome.Added.class);
        }
    }

    @Test
    void the_retries_are_counted() throws Exception {
        Path file = folder.resolve("orders.db");
        SqliteConfig config = SqliteConfig.at(file).withLockDeadline(Duration.ofSeconds(1));
        try (SqliteStore store = Stores.open(config);
                ForeignLock _ = ForeignLock.on(file)) {
            assertThatThrownBy(() -> add(store.repository()))
                    .isInstanceOf(RepositoryException.class);
            assertThat(store.inspection().inspect().retries()).isPositive();
        }
    }

    @Test
    void an_interrupted_caller_returns_at_once_and_nothing_is_stored() throws Exception {
        Path file = folder.resolve("orders.db");
        try (SqliteStore store = Stores.open(file)) {
            Order order = sample.intent();
            AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
            try (ForeignLock _ = ForeignLock.on(file)) {
                Thread caller =
                        Thread.ofVirtual()
                                .start(() -> {
                                    try {
                                        store.repository().add(order, EVIDENCE);
                                    } catch (RepositoryException failure) {
                                        thrown.set(failure);
                                    }
                                });
                Eventually.within(BOUND, "a lock wait", () -> store.lockCounters().waits() > 0);
                caller.interrupt();
                assertThat(caller.join(BOUND)).isTrue();
            }
            assertThat(thrown.get())
                    .isInstanceOfSatisfying(
                            RepositoryException.class,
                            failure -> assertThat(failure.reason()).isEqualTo(Reason.INTERRUPTED));
            add(store.repository());
            assertThat(store.repository().find(order.id())).isEmpty();
        }
    }

    @Test
    void reads_succeed_while_another_process_writes() throws Exception {
        Path file = folder.resolve("orders.db");
        try (SqliteStore store = Stores.open(file)) {
            Order order = sample.intent();
            store.repository().add(order, EVIDENCE);
            try (ForeignLock _ = ForeignLock.on(file)) {
                assertThat(store.repository().find(order.id())).contains(order);
            }
        }
    }

    @Test
    void writes_waiting_for_a_lock_fail_within_their_deadline() throws Exception {
        Path file = folder.resolve("orders.db");
        SqliteConfig config =
                SqliteConfig.at(file)
                        .withLockDeadline(Duration.ofSeconds(1))
                        .withMaxQueuedWrites(1);
        try (SqliteStore store = Stores.open(config);
                ForeignLock _ = ForeignLock.on(file)) {
            CompletableFuture<AddOutcome> first =
                    CompletableFuture.supplyAsync(() -> add(store.repository()));
            CompletableFuture<AddOutcome> second =
                    CompletableFuture.supplyAsync(() -> add(store.repository()));

            assertThat(CompletableFuture.allOf(first, second)).failsWithin(BOUND);
            assertThat(first).isCompletedExceptionally();
            assertThat(second).isCompletedExceptionally();
        }
    }

    private AddOutcome add(OrderRepository repository) {
        return repository.add(sample.intent(), EVIDENCE);
    }
}
