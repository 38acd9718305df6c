package dev.lockstep.persistence.postgres.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.postgres.PostgresConfig;
import dev.lockstep.persistence.postgres.PostgresStore;
import dev.lockstep.persistence.postgres.PostgresStores;
import dev.lockstep.persistence.postgres.server.PostgresServer;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import dev.lockstep.persistence.sql.connection.Session;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Another process holds the write lock, or reads take too long. */
class WriteLockTest {
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final PostgresServer server = PostgresServers.shared();
    private final PostgresConfig config = PostgresServers.newStore();
    private final SampleOrders sample = new SampleOrders();

    @Test
    void a_lock_that_is_held_beyond_the_deadline_refuses_the_write_and_does_not_halt()
            throws Exception {
        try (PostgresStore store = PostgresStores.open(config.withLockDeadline(DEADLINE));
                Connection holder = server.connection("postgres");
                Statement statement = holder.createStatement()) {
            Order order = sample.intent();
            holder.setAutoCommit(false);
            statement.execute("UPDATE " + config.address().schema() + ".write_lock SET writes = 9");

            // It goes on sending statements, so it must not be ended.
            AtomicBoolean ended = new AtomicBoolean();
            Thread busy = Thread.ofPlatform().start(() -> keepBusy(statement, ended));
            assertThat(
                            Attempts.refused(
                                    Reason.LOCK_TIMEOUT,
                                    () -> store.repository().add(order, Attempts.EVIDENCE)))
                    .contains("another process held the database's write lock for 2000 ms");
            ended.set(true);
            busy.join();
            holder.rollback();

            store.repository().add(sample.intent(), Attempts.EVIDENCE);
            assertThat(store.repository().find(order.id())).isEmpty();
        }
    }

    @Test
    void a_process_that_stops_while_it_writes_is_ended_and_stores_nothing_when_it_goes_on()
            throws Exception {
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch goesOn = new CountDownLatch(1);
        try (PostgresStore store = PostgresStores.open(config);
                PostgresStore sleeper =
                        PostgresStores.open(
                                config.withLockDeadline(DEADLINE),
                                session -> {
                                    stopped.countDown();
                                    await(goesOn);
                                    session.commit();
                                })) {
            Order sleepers = sample.intent();
            Order others = sample.intent();
            CompletableFuture<String> refusal =
                    CompletableFuture.supplyAsync(() ->
                            Attempts.refused(
                                    Reason.IO_ERROR,
                                    () -> sleeper.repository().add(sleepers, Attempts.EVIDENCE)));
            await(stopped);

            store.repository().add(others, Attempts.EVIDENCE);
            goesOn.countDown();

            assertThat(refusal.join()).contains("nothing of it is stored");
            assertThat(store.repository().find(others.id())).contains(others);
            assertThat(store.repository().find(sleepers.id())).isEmpty();
            Attempts.assertIntact(store);
        }
    }

    @Test
    void the_holder_of_the_lock_is_ended_even_between_the_statements_of_a_batch() throws Exception {
        try (PostgresStore store = PostgresStores.open(config.withLockDeadline(DEADLINE));
                Connection holder = server.connection("postgres");
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("UPDATE " + config.address().schema() + ".write_lock SET writes = 9");

            store.repository().add(sample.intent(), Attempts.EVIDENCE);
        }
    }

    @Test
    void a_read_beyond_its_deadline_is_cancelled_and_the_pool_stays_usable() {
        try (PostgresStore store = PostgresStores.open(config.withLockDeadline(DEADLINE))) {
            Order order = sample.intent();
            store.repository().add(order, Attempts.EVIDENCE);
            List<CompletableFuture<String>> reads =
                    Stream.generate(() -> CompletableFuture.supplyAsync(() -> refused(store)))
                            .limit(config.readers())
                            .toList();

            assertThat(reads).allSatisfy(read -> assertThat(read.join()).contains("2000 ms"));

            assertThat(store.repository().find(order.id())).contains(order);
            store.repository()
                    .update(
                            OrderUpdate.applying(
                                    order.id(),
                                    SampleOrders.report(order, OrderStatus.NEW, "0"),
                                    SampleOrders.START,
                                    Attempts.EVIDENCE));
        }
    }

    private static String refused(PostgresStore store) {
        return Attempts.refused(
                Reason.READ_TIMEOUT, () -> PostgresStores.read(store, WriteLockTest::slow));
    }

    private static boolean slow(Session session) throws SQLException {
        try (PreparedStatement statement = session.prepared("SELECT pg_sleep(60)")) {
            return statement.execute();
        }
    }

    private static void keepBusy(Statement statement, AtomicBoolean ended) {
        try {
            while (!ended.get()) {
                statement.execute("SELECT pg_sleep(0.1)");
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
