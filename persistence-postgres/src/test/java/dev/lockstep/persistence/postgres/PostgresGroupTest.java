package dev.lockstep.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.Eventually;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.audit.AuditVerdict;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.store.BatchMode;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.persistence.postgres.server.PostgresServer;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests groups of writes whose statements are sent together. */
@Tag("slow")
class PostgresGroupTest {
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final String DATABASE = "postgres";
    private static final Evidence EVIDENCE = Evidence.local("test");

    private final SampleOrders sample = new SampleOrders();
    private final PostgresServer server = PostgresServers.shared();
    private final PostgresConfig config = PostgresConfig.at(server.newSchema());
    private final List<CompletableFuture<?>> group = new ArrayList<>();
    private PostgresStore store;
    private List<Order> orders;

    @BeforeEach
    void open() {
        store = PostgresStores.open(config);
        orders = IntStream.range(0, 4).mapToObj(_ -> sample.intent()).toList();
        store.repository().addAll(orders, EVIDENCE);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_refused_row_fails_only_its_own_write() throws Exception {
        refuseUpdatesOf(orders.get(1));

        commitTogether(List.of(() -> resend(0), () -> resend(1), () -> resend(2), () -> resend(3)));

        assertRefused(group.get(1));
        assertStored(0, 2, 3);
        assertThat(store.repository().history(orders.get(1).id())).hasSize(1);
    }

    @Test
    void a_refused_row_does_not_fail_the_write_during_which_it_is_sent() throws Exception {
        refuseUpdatesOf(orders.get(0));
        Order added = sample.intent();

        commitTogether(
                List.of(
                        () -> resend(0),
                        () -> store.repository().add(added, EVIDENCE),
                        () -> resend(2)));

        assertRefused(group.get(0));
        assertThat(store.repository().find(added.id())).contains(added);
        assertStored(2);
    }

    @Test
    void an_order_changed_twice_in_a_group_has_both_versions() throws Exception {
        commitTogether(List.of(() -> resend(0), () -> resend(0), () -> resend(1)));

        for (CompletableFuture<?> write : group) {
            write.get(BOUND.toSeconds(), TimeUnit.SECONDS);
        }
        assertThat(store.repository().history(orders.getFirst().id())).hasSize(3);
        assertThat(store.repository().find(orders.getFirst().id()).orElseThrow().version())
                .isEqualTo(3);
    }

    @Test
    void an_order_without_its_version_is_named_and_nothing_of_its_write_is_stored() {
        server.execute(
                DATABASE,
                "UPDATE "
                        + schema()
                        + ".orders SET version = 7 WHERE order_id = '"
                        + orders.get(1).id()
                        + "'");

        assertThatThrownBy(() ->
                        store.repository()
                                .updateAll(
                                        orders.stream().map(PostgresGroupTest::resent).toList(),
                                        BatchMode.ALL_OR_NOTHING))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining(
                        "order " + orders.get(1).id() + " does not have version 1 within");
        assertThat(store.repository().history(orders.getFirst().id())).hasSize(1);
    }

    @Test
    void more_text_than_is_sent_at_once_is_stored_as_it_is() {
        String payload = "x".repeat(Evidence.MAX_PAYLOAD_CHARS);
        List<Order> many = IntStream.range(0, 300).mapToObj(_ -> sample.intent()).toList();
        store.repository().addAll(many, EVIDENCE);

        List<UpdateOutcome> outcomes =
                store.repository()
                        .updateAll(
                                many.stream()
                                        .map(order ->
                                                OrderUpdate.applying(
                                                        order.id(),
                                                        new ExecutionReport.Resent(),
                                                        SampleOrders.START,
                                                        new Evidence(
                                                                Evidence.Source.LOCAL,
                                                                "{\"a\\b\",NULL}",
                                                                "",
                                                                payload)))
                                        .toList(),
                                BatchMode.ALL_OR_NOTHING);

        assertThat(outcomes).hasSize(300).allMatch(UpdateOutcome.Updated.class::isInstance);
        assertThat(store.repository().history(many.getLast().id()).getLast().evidence())
                .satisfies(last -> {
                    assertThat(last.payload()).isEqualTo(payload);
                    assertThat(last.summary()).isEqualTo("{\"a\\b\",NULL}");
                });
        assertThat(store.auditTrail().verify((_, _) -> {})).isInstanceOf(AuditVerdict.Intact.class);
    }

    private void resend(int order) {
        store.repository().update(resent(orders.get(order)));
    }

    private static OrderUpdate resent(Order order) {
        return OrderUpdate.applying(
                order.id(), new ExecutionReport.Resent(), SampleOrders.START, EVIDENCE);
    }

    /** Queues the writes in their order while another connection holds the lock. */
    private void commitTogether(List<Runnable> writes) throws Exception {
        try (Connection other = server.connection(DATABASE);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT * FROM " + schema() + ".write_lock FOR UPDATE");
            for (Runnable write : writes) {
                int queued = group.size() + 1;
                group.add(CompletableFuture.runAsync(write, Thread::startVirtualThread));
                Eventually.within(
                        BOUND, "the write is queued", () -> store.writer().queued() == queued);
            }
            other.rollback();
        }
    }

    private void refuseUpdatesOf(Order order) {
        server.execute(
                DATABASE,
                "CREATE TRIGGER refuse_one BEFORE UPDATE ON "
                        + schema()
                        + ".orders FOR EACH ROW WHEN (OLD.order_id = '"
                        + order.id()
                        + "') EXECUTE FUNCTION "
                        + schema()
                        + ".refuse_change()");
    }

    private void assertRefused(CompletableFuture<?> write) {
        assertThatThrownBy(() -> write.get(BOUND.toSeconds(), TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(RepositoryException.class)
                .hasMessageContaining("append-only")
                .hasMessageNotContaining("UPDATE");
    }

    private void assertStored(int... resent) throws Exception {
        for (int order : resent) {
            group.get(order).get(BOUND.toSeconds(), TimeUnit.SECONDS);
            assertThat(store.repository().history(orders.get(order).id())).hasSize(2);
        }
    }

    private String schema() {
        return config.address().schema();
    }
}
