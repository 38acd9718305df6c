package dev.lockstep.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.Eventually;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.OrderTable;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads concurrent with writes, reads that exceed their deadline, and nested reads. */
class ReadersTest {
    private static final Evidence EVIDENCE = Evidence.local("test");
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(400);

    private final SampleOrders sample = new SampleOrders();
    private @TempDir Path folder;

    @Test
    void a_long_read_neither_blocks_writes_nor_sees_them() throws Exception {
        try (SqliteStore store = Stores.open(file())) {
            add(store);
            CountDownLatch started = new CountDownLatch(1);
            CountDownLatch written = new CountDownLatch(1);
            CompletableFuture<List<Long>> counts =
                    CompletableFuture.supplyAsync(() ->
                            store.readers()
                                    .read(session -> countsAround(session, started, written)));
            await(started);

            for (int write = 0; write < 50; write++) {
                add(store);
            }
            written.countDown();

            assertThat(counts.get(BOUND.toSeconds(), TimeUnit.SECONDS)).containsExactly(1L, 1L);
            assertThat(store.repository().search(OrderQuery.all())).hasSize(51);
        }
    }

    @Test
    void a_long_write_neither_blocks_reads_nor_is_visible_before_its_commit() throws Exception {
        try (SqliteStore store = Stores.open(file())) {
            Order stored = add(store);
            Order coming = sample.intent();
            CountDownLatch started = new CountDownLatch(1);
            CountDownLatch read = new CountDownLatch(1);
            CompletableFuture<Boolean> write =
                    CompletableFuture.supplyAsync(() ->
                            store.writer()
                                    .write(session -> {
                                        new OrderTable(session).add(coming, EVIDENCE);
                                        started.countDown();
                                        await(read);
                                        return true;
                                    }));
            await(started);

            for (int round = 0; round < 50; round++) {
                assertThat(store.repository().search(OrderQuery.all())).containsExactly(stored);
            }
            read.countDown();

            assertThat(write.get(BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(store.repository().find(coming.id())).contains(coming);
        }
    }

    @Test
    void a_read_beyond_its_deadline_is_stopped_and_its_thread_is_reused() {
        try (SqliteStore store = Stores.open(oneReader())) {
            Order stored = add(store);

            assertFails(Reason.READ_TIMEOUT, () -> store.readers().read(ReadersTest::endless));

            assertThat(store.repository().find(stored.id())).contains(stored);
            assertThat(store.readers().oldest()).isZero();
        }
    }

    @Test
    void an_interrupted_read_returns_immediately_and_its_thread_is_reused() throws Exception {
        SqliteConfig patient = oneReader().withLockDeadline(Duration.ofMinutes(5));
        try (SqliteStore store = Stores.open(patient)) {
            Order stored = add(store);
            AtomicReference<@Nullable RepositoryException> thrown = new AtomicReference<>();
            Thread caller =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    store.readers().read(ReadersTest::endless);
                                } catch (RepositoryException failure) {
                                    thrown.set(failure);
                                }
                            });
            Eventually.within(BOUND, "it reads", () -> store.readers().oldest().isPositive());

            caller.interrupt();

            assertThat(caller.join(BOUND)).isTrue();
            assertThat(thrown.get())
                    .isNotNull()
                    .extracting(RepositoryException::reason)
                    .isEqualTo(Reason.INTERRUPTED);
            assertThat(store.repository().find(stored.id())).contains(stored);
        }
    }

    @Test
    void a_read_queued_beyond_its_deadline_fails_as_overloaded() {
        CountDownLatch release = new CountDownLatch(1);
        try (SqliteStore store = Stores.open(oneReader())) {
            CompletableFuture<Void> first =
                    CompletableFuture.runAsync(() ->
                            store.readers()
                                    .read(_ -> {
                                        await(release);
                                        return true;
                                    }));
            Eventually.within(BOUND, "it reads", () -> store.readers().oldest().isPositive());

            assertFails(Reason.OVERLOADED, () -> store.repository().search(OrderQuery.all()));

            assertThat(first)
                    .failsWithin(BOUND)
                    .withThrowableThat()
                    .withMessageContaining("was stopped");
            release.countDown();
        }
    }

    @Test
    void a_write_inside_a_read_is_rejected() {
        try (SqliteStore store = Stores.open(file())) {
            assertRefused(
                    "from inside a read",
                    () ->
                            store.readers()
                                    .read(_ -> store.repository().add(sample.intent(), EVIDENCE)));
            assertRefused(
                    "from inside a read",
                    () -> store.readers().read(_ -> store.writer().write(_ -> true)));
        }
    }

    @Test
    void a_read_inside_a_read_is_rejected() {
        try (SqliteStore store = Stores.open(file())) {
            assertRefused(
                    "from inside a read",
                    () -> store.readers().read(_ -> store.repository().search(OrderQuery.all())));
        }
    }

    @Test
    void a_write_inside_a_write_is_rejected() {
        try (SqliteStore store = Stores.open(file())) {
            assertRefused(
                    "from inside a write",
                    () -> store.writer().write(_ -> store.writer().write(_ -> true)));
            assertRefused(
                    "from inside a write",
                    () ->
                            store.writer()
                                    .write(_ ->
                                            store.lease().acquire("me", Duration.ofMinutes(1))));
        }
    }

    @Test
    void a_read_inside_a_write_is_rejected() {
        try (SqliteStore store = Stores.open(file())) {
            assertRefused(
                    "from inside a write",
                    () -> store.writer().write(_ -> store.repository().search(OrderQuery.all())));
            assertRefused(
                    "from inside a write",
                    () -> store.writer().write(_ -> store.lease().current()));
        }
    }

    private Path file() {
        return folder.resolve("orders.db");
    }

    private SqliteConfig oneReader() {
        SqliteConfig defaults = SqliteConfig.at(file());
        return new SqliteConfig(
                defaults.file(),
                defaults.synchronous(),
                defaults.busyTimeout(),
                SHORT,
                defaults.maxQueuedWrites(),
                1);
    }

    private Order add(SqliteStore store) {
        Order order = sample.intent();
        store.repository().add(order, EVIDENCE);
        return order;
    }

    private static List<Long> countsAround(
            Session session, CountDownLatch started, CountDownLatch written) throws SQLException {
        session.beginReading();
        long before = new OrderTable(session).count();
        started.countDown();
        await(written);
        long after = new OrderTable(session).count();
        session.rollback();
        return List.of(before, after);
    }

    /** Counts endlessly inside SQLite. */
    static boolean endless(Session session) throws SQLException {
        try (PreparedStatement statement =
                session.prepared(
                        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                                + " SELECT count(*) FROM n")) {
            return statement.execute();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static void assertRefused(String text, Runnable call) {
        assertThatThrownBy(call::run).hasMessageContaining(text);
        assertFails(Reason.MISUSE, call);
    }

    private static void assertFails(Reason reason, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        RepositoryException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(reason));
    }
}
