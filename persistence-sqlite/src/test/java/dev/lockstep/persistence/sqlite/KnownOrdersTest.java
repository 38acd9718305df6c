package dev.lockstep.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderId;
import dev.lockstep.domain.port.OrderUpdate;
import dev.lockstep.domain.port.SampleOrders;
import dev.lockstep.domain.port.UpdateOutcome.Updated;
import dev.lockstep.persistence.sqlite.connection.Connections;
import dev.lockstep.persistence.sqlite.connection.Session;
import dev.lockstep.persistence.sqlite.rows.OrderTable;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownOrdersTest {
    private static final Evidence EVIDENCE = Evidence.local("test");

    private final Order order = new SampleOrders().intent();

    @TempDir private Path folder;

    @Test
    void an_update_is_made_of_what_another_process_has_stored_in_between() {
        Path file = folder.resolve("orders.db");
        try (SqliteStore one = Stores.open(file);
                SqliteStore other = Stores.open(file)) {
            one.repository().add(order, EVIDENCE);
            for (int round = 0; round < 20; round++) {
                long version = 2L * round + 1;
                assertThat(one.repository().update(sentAgain(order.id())))
                        .isInstanceOfSatisfying(Updated.class, made -> at(made, version + 1));
                assertThat(other.repository().update(sentAgain(order.id())))
                        .isInstanceOfSatisfying(Updated.class, made -> at(made, version + 2));
            }
            assertThat(one.repository().history(order.id())).hasSize(41);
        }
    }

    @Test
    void what_is_rolled_back_is_forgotten() throws Exception {
        Path file = folder.resolve("orders.db");
        try (SqliteStore store = Stores.open(file)) {
            store.repository().add(order, EVIDENCE);
        }
        Order next = order.apply(new ExecutionReport.Resent(), SampleOrders.START);
        try (Session session = connections(file).openWriter()) {
            OrderTable table = new OrderTable(session);
            session.beginImmediate();
            table.update(order, next, EVIDENCE);
            assertThat(table.current(order.id())).contains(next);
            session.rollback();

            session.beginImmediate();
            assertThat(session.knownOrders().find(order.id())).isEmpty();
            assertThat(table.current(order.id())).contains(order);
            table.update(order, next, EVIDENCE);
            session.commit();

            session.beginImmediate();
            assertThat(session.knownOrders().find(order.id())).contains(next);
            session.rollback();
        }
    }

    private static void at(Updated made, long version) {
        assertThat(made.after().version()).isEqualTo(version);
        assertThat(made.before().version()).isEqualTo(version - 1);
    }

    private static OrderUpdate sentAgain(OrderId id) {
        return OrderUpdate.applying(id, new ExecutionReport.Resent(), SampleOrders.START, EVIDENCE);
    }

    private static Connections connections(Path file) {
        return new Connections(
                file, "FULL", Duration.ofMillis(100), _ -> "any", (session, location) -> {});
    }
}
