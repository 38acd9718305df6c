package dev.lockstep.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.audit.AuditVerdict.Broken;
import dev.lockstep.domain.audit.AuditVerdict.Intact;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderPurpose;
import dev.lockstep.domain.order.OrderPurpose.Closing;
import dev.lockstep.domain.order.OrderPurpose.Protection;
import dev.lockstep.domain.order.OrderPurpose.Remainder;
import dev.lockstep.domain.order.OrderPurpose.Requested;
import dev.lockstep.domain.order.OrderPurpose.Reversal;
import dev.lockstep.domain.order.OrderState;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The purposes of orders of an older release are read from their keys, and their chain verifies.
 */
class PurposeMigrationTest {
    private static final Evidence EVIDENCE = Evidence.local("test");

    private final SampleOrders sample = new SampleOrders();
    private final Map<OrderId, OrderPurpose> expected = new LinkedHashMap<>();

    private @TempDir Path folder;

    @Test
    void keys_of_an_older_release_become_purposes_and_the_chain_verifies() throws SQLException {
        written();
        downgrade();

        try (SqliteStore store = Stores.open(file())) {
            expected.forEach((id, purpose) ->
                    assertThat(store.repository().find(id).orElseThrow().purpose())
                            .isEqualTo(purpose));
            store.repository().add(sample.of(new Closing(null, true)), EVIDENCE);

            assertThat(store.auditTrail().verify((_, _) -> {})).isInstanceOf(Intact.class);
        }
    }

    @Test
    void a_changed_purpose_of_a_new_order_is_found() throws SQLException {
        try (SqliteStore store = Stores.open(file())) {
            store.repository().add(sample.of(new Closing(null, true)), EVIDENCE);

            try (Forger forger = Forger.restricted(file())) {
                forger.run("UPDATE orders SET purpose_whole = 0, purpose_migrated = 1");
            }

            assertThat(store.auditTrail().verify((_, _) -> {})).isInstanceOf(Broken.class);
        }
    }

    @Test
    void the_close_that_a_reversal_follows_is_part_of_the_chain() throws SQLException {
        try (SqliteStore store = Stores.open(file())) {
            Order close = sample.of(new Closing(null, true));
            store.repository().add(close, EVIDENCE);
            store.repository().add(sample.of(new Reversal(close.id())), EVIDENCE);
            assertThat(store.auditTrail().verify((_, _) -> {})).isInstanceOf(Intact.class);

            try (Forger forger = Forger.restricted(file())) {
                forger.run("UPDATE orders SET reverses = NULL");
            }

            assertThat(store.auditTrail().verify((_, _) -> {})).isInstanceOf(Broken.class);
        }
    }

    private void written() {
        Order entry = sample.intent();
        Order first = waiting("close position of AAPL first", "closes all, waits: x", null);
        Order second = waiting("close position of AAPL after " + first.id(), "closes 3", null);
        Order rest = waiting("rest of " + entry.id(), "", entry.id());
        Order protection =
                waiting("protect again " + rest.id() + " " + first.id() + " REST 12", "", null);
        Order closed =
                waiting("protect again " + rest.id() + " " + first.id() + " CLOSED 1", "", null);
        Order callers = waiting("close position of MSFT first", "", null);
        Order unknown = waiting("rest of somebody", "", entry.id());
        expected.put(entry.id(), new Requested());
        expected.put(first.id(), new Closing(null, true));
        expected.put(second.id(), new Closing(first.id(), false));
        expected.put(rest.id(), new Remainder(entry.id()));
        expected.put(
                protection.id(), new Protection(rest.id(), first.id(), Protection.Part.REST, 12));
        expected.put(closed.id(), new Protection(rest.id(), first.id(), Protection.Part.CLOSED, 1));
        expected.put(callers.id(), new Requested());
        expected.put(unknown.id(), new Requested());
        Order leg = seen("leg ", entry.id());
        Order adopted = seen("adopted ", null);
        Order imported = imported();
        expected.put(leg.id(), new OrderPurpose.Leg());
        expected.put(adopted.id(), new OrderPurpose.Adopted());
        expected.put(imported.id(), new OrderPurpose.Imported());
        try (SqliteStore store = Stores.open(file())) {
            store.repository()
                    .addAll(
                            List.of(
                                    entry,
                                    first,
                                    second,
                                    rest,
                                    protection,
                                    closed,
                                    callers,
                                    unknown,
                                    leg,
                                    adopted,
                                    imported),
                            EVIDENCE);
        }
    }

    /** An order as the older release stored it: its key says why it exists. */
    private Order waiting(String key, String text, @Nullable OrderId parent) {
        Order order = sample.intent();
        return Order.waiting(
                order.id(),
                order.clientOrderId(),
                new IdempotencyKey(key),
                new Requested(),
                parent,
                order.terms(),
                text,
                SampleOrders.START);
    }

    private Order seen(String prefix, @Nullable OrderId parent) {
        Order order = sample.intent();
        Order atBroker =
                order.apply(SampleOrders.report(order, OrderStatus.NEW, "0"), SampleOrders.START);
        return stored(
                order,
                order.clientOrderId(),
                prefix + atBroker.brokerOrderId(),
                parent,
                atBroker.state());
    }

    private Order imported() {
        Order order = sample.intent();
        return stored(order, new ClientOrderId("17"), "imported BA2 order 17", null, order.state());
    }

    private static Order stored(
            Order order,
            ClientOrderId clientOrderId,
            String key,
            @Nullable OrderId parent,
            OrderState state) {
        return new Order(
                order.id(),
                clientOrderId,
                new IdempotencyKey(key),
                new Requested(),
                parent,
                null,
                order.terms(),
                state,
                SampleOrders.START,
                SampleOrders.START,
                1);
    }

    /** Takes the columns away again that the older release did not have. */
    private void downgrade() throws SQLException {
        try (Forger old = Forger.restricted(file())) {
            old.withoutPurposes().run("PRAGMA user_version=15");
        }
    }

    private Path file() {
        return folder.resolve("orders.db");
    }
}
