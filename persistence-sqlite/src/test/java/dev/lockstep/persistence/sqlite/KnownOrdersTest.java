package dev.lockstep.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.Eventually;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.port.store.UpdateOutcome.Updated;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.OrderTable;
import dev.lockstep.persistence.sqlite.connection.SqliteConnections;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownOrdersTest {
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final Evidence EVIDENCE = Evidence.local("test");

    private final Order order = new SampleOrders().intent();

    @TempDir private Path folder;

    @Test
    void an_update_sees_a_commit_of_another_process() {
        Path file = folder.resolve("orders.db");
        try (SqliteStore one = Stores.open(file);
                SqliteStore other = Stores.open(file)) {
            one.repository().add(order, EVIDENCE);
            for (int round = 0; round < 20; round++) {
                long version = 2L * round + 1;
                assertThat(one.repository().update(resent(order.id())))
                        .isInstanceOfSatisfying(Updated.class, made -> at(made, version + 1));
                assertThat(other.repository().update(resent(order.id())))
                        .isInstanceOfSatisfying(Updated.class, made -> at(made, version + 2));
            }
            assertThat(one.repository().history(order.id())).hasSize(41);
        }
    }

    @Test
    void a_rollback_clears_the_cache() throws Exception {
        Path file = folder.resolve("orders.db");
        try (SqliteStore store = Stores.open(file)) {
            store.repository().add(order, EVIDENCE);
        }
        Order next = order.apply(new ExecutionReport.Resent(), SampleOrders.START);
        try (Session session = connections(file).openWriter()) {
            OrderTable table = new OrderTable(session);
            session.beginWriting();
            table.update(order, next, EVIDENCE);
            assertThat(table.current(order.id())).contains(next);
            session.rollback();

            session.beginWriting();
            assertThat(session.knownOrders().find(order.id())).isEmpty();
            assertThat(table.current(order.id())).contains(order);
            table.update(order, next, EVIDENCE);
            session.commit();

            session.beginWriting();
            assertThat(session.knownOrders().find(order.id())).contains(next);
            session.rollback();
        }
    }

    @Test
    void all_orders_of_a_group_are_read_ahead() throws Exception {
        Path file = folder.resolve("orders.db");
        SampleOrders sample = new SampleOrders();
        List<Order> orders = stored(file, sample, 100);
        Order unknown = sample.intent();
        try (Session session = connections(file).openWriter()) {
            session.beginWriting();
            List<OrderId> ids = new ArrayList<>(orders.stream().map(Order::id).toList());
            ids.add(unknown.id());
            ids.addAll(ids.subList(0, 10));

            new OrderTable(session).readAhead(ids);

            assertThat(orders)
                    .allSatisfy(each ->
                            assertThat(session.knownOrders().find(each.id())).contains(each));
            assertThat(session.knownOrders().find(unknown.id())).isEmpty();
            session.rollback();
        }
    }

    @Test
    void a_corrupt_order_of_a_group_does_not_affect_others() throws Exception {
        Path file = folder.resolve("orders.db");
        List<Order> orders = stored(file, new SampleOrders(), 5);
        OrderId damaged = orders.get(2).id();
        try (Forger forger = Forger.unrestricted(file)) {
            forger.run("UPDATE orders SET side = 'LEFT' WHERE order_id = '" + damaged + "'");
        }

        try (SqliteStore store = Stores.open(file)) {
            List<CompletableFuture<UpdateOutcome>> updates = new ArrayList<>();
            try (ForeignLock _ = ForeignLock.on(file)) {
                orders.forEach(each ->
                        updates.add(
                                CompletableFuture.supplyAsync(
                                        () -> store.repository().update(resent(each.id())),
                                        Thread::startVirtualThread)));
                Eventually.within(
                        BOUND, "all wait", () -> store.writer().queued() == orders.size());
            }

            assertThatThrownBy(() -> updates.remove(2).get(1, TimeUnit.MINUTES))
                    .cause()
                    .isInstanceOfSatisfying(
                            RepositoryException.class,
                            failed -> {
                                assertThat(failed.reason()).isEqualTo(Reason.CORRUPT);
                                assertThat(failed)
                                        .hasMessageContaining("side: LEFT (expected: BUY, SELL)");
                            });
            assertThat(updates)
                    .allSatisfy(update ->
                            assertThat(update.get(1, TimeUnit.MINUTES))
                                    .isInstanceOf(Updated.class));
        }
    }

    private static List<Order> stored(Path file, SampleOrders sample, int count) {
        List<Order> orders = IntStream.range(0, count).mapToObj(_ -> sample.intent()).toList();
        try (SqliteStore store = Stores.open(file)) {
            orders.forEach(each -> store.repository().add(each, EVIDENCE));
        }
        return orders;
    }

    private static void at(Updated made, long version) {
        assertThat(made.after().version()).isEqualTo(version);
        assertThat(made.before().version()).isEqualTo(version - 1);
    }

    private static OrderUpdate resent(OrderId id) {
        return OrderUpdate.applying(id, new ExecutionReport.Resent(), SampleOrders.START, EVIDENCE);
    }

    private static SqliteConnections connections(Path file) {
        return new SqliteConnections(
                file,
                "FULL",
                Duration.ofMillis(100),
                _ -> "any",
                (session, location) -> {},
                (session, location) -> {});
    }
}
