package dev.lockstep.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.audit.AuditVerdict;
import dev.lockstep.domain.audit.AuditVerdict.Intact;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.store.BatchMode;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.persistence.sqlite.migration.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All ways of writing events extend a single chain. */
@Tag("slow")
class ChainGrowthTest {
    private static final Evidence EVIDENCE = Evidence.local("test");

    private @TempDir Path folder;

    @Test
    void many_threads_of_two_stores_on_one_file_make_one_chain() throws Exception {
        int writers = 8;
        int ordersEach = 40;
        try (SqliteStore one = Stores.open(file());
                SqliteStore other = Stores.open(file());
                ExecutorService threads = Executors.newFixedThreadPool(writers + 1)) {
            SampleOrders sample = new SampleOrders();
            List<Callable<Void>> work = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                SqliteStore store = writer % 2 == 0 ? one : other;
                List<Order> orders = orders(sample, ordersEach);
                work.add(() -> live(store, orders));
            }
            work.add(() -> {
                assertThat(verdict(other)).isInstanceOf(Intact.class);
                return null;
            });
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }

            assertThat(verdict(one))
                    .isInstanceOfSatisfying(
                            Intact.class,
                            intact ->
                                    assertThat(intact.head().seq())
                                            .isEqualTo(2L * writers * ordersEach));
        }
    }

    @Test
    void a_failed_write_leaves_no_gap() {
        try (SqliteStore store = Stores.open(file())) {
            SampleOrders sample = new SampleOrders();
            Order order = sample.intent();
            store.repository().add(order, EVIDENCE);
            store.repository().add(sample.intentUnder(order.idempotencyKey()), EVIDENCE);
            store.repository()
                    .updateAll(
                            List.of(filled(order), filled(sample.intent())),
                            BatchMode.ALL_OR_NOTHING);
            store.repository().update(filled(order));

            assertThat(verdict(store))
                    .isInstanceOfSatisfying(
                            Intact.class, intact -> assertThat(intact.head().seq()).isEqualTo(2));
        }
    }

    @Test
    void a_backup_is_intact() {
        Path copy = folder.resolve("copy.db");
        try (SqliteStore store = Stores.open(file())) {
            live(store, orders(new SampleOrders(), 3));
            store.backup().backUp(copy);
        }
        try (SqliteStore restored = Stores.open(copy)) {
            assertThat(verdict(restored)).isInstanceOf(Intact.class);
        }
    }

    @Test
    void a_file_without_a_chain_is_chained_in_event_order() throws Exception {
        Order last;
        List<OrderEvent> history;
        AuditVerdict verdict;
        try (SqliteStore store = Stores.open(file())) {
            SampleOrders sample = new SampleOrders();
            live(store, orders(sample, 1_100));
            last = sample.intent();
            store.repository().add(last, EVIDENCE);
            history = store.repository().history(last.id());
            verdict = verdict(store);
        }
        Path old = folder.resolve("old.db");
        withoutChain(file(), old);

        try (SqliteStore store = Stores.open(old)) {
            assertThat(verdict).isInstanceOf(Intact.class);
            assertThat(verdict(store)).isEqualTo(verdict);
            assertThat(store.repository().history(last.id())).isEqualTo(history);
            store.repository().update(filled(last));
            assertThat(verdict(store))
                    .isInstanceOfSatisfying(
                            Intact.class,
                            intact -> assertThat(intact.head().seq()).isEqualTo(2_202));
        }
    }

    /** Writes a file in the schema of the release before the chain. */
    private static void withoutChain(Path from, Path to) throws SQLException, IOException {
        try (Forger old = Forger.restricted(to)) {
            int steps = 3;
            for (String step : Migrations.names().subList(0, steps)) {
                old.run(Files.readString(Path.of("src/main/resources/db/migration").resolve(step)));
            }
            old.run("PRAGMA user_version=" + steps)
                    .run("PRAGMA application_id=" + 0x4c6f636b)
                    .run("ATTACH '" + from + "' AS chained")
                    .run("INSERT INTO meta SELECT * FROM chained.meta")
                    .run(copied(old, "orders"))
                    .run(copied(old, "order_events"));
        }
    }

    private static String copied(Forger old, String table) throws SQLException {
        String columns = String.join(", ", old.columns(table));
        return "INSERT INTO main.%s (%s) SELECT %s FROM chained.%s ORDER BY rowid"
                .formatted(table, columns, columns, table);
    }

    private static List<Order> orders(SampleOrders sample, int count) {
        return IntStream.range(0, count).mapToObj(_ -> sample.intent()).toList();
    }

    private static Void live(SqliteStore store, List<Order> orders) {
        for (int from = 0; from < orders.size(); from += 10) {
            List<Order> some = orders.subList(from, Math.min(orders.size(), from + 10));
            store.repository().addAll(some, EVIDENCE);
            some.forEach(order -> store.repository().update(filled(order)));
        }
        return null;
    }

    private static OrderUpdate filled(Order order) {
        return OrderUpdate.applying(
                order.id(),
                SampleOrders.report(order, OrderStatus.FILLED, "10"),
                SampleOrders.START.plusSeconds(1),
                EVIDENCE);
    }

    private static AuditVerdict verdict(SqliteStore store) {
        return store.auditTrail().verify((_, _) -> {});
    }

    private Path file() {
        return folder.resolve("orders.db");
    }
}
