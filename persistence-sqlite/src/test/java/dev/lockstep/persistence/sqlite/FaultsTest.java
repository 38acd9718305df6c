package dev.lockstep.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstep.contracts.Eventually;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.maintenance.Finding;
import dev.lockstep.domain.port.maintenance.StoreHealth;
import dev.lockstep.domain.port.store.AddOutcome;
import dev.lockstep.domain.port.store.BatchMode;
import dev.lockstep.domain.port.store.ConditionalInsert;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.domain.risk.Verdict;
import dev.lockstep.persistence.sqlite.connection.SqliteSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Disk and file faults while the store is in use. */
@Tag("slow")
class FaultsTest {
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final Evidence EVIDENCE = Evidence.local("test");
    private static final int PAGE_BYTES = 4096;

    private final SampleOrders sample = new SampleOrders();
    private @TempDir Path folder;
    private @TempDir Path elsewhere;

    @ParameterizedTest
    @CsvSource({"max_page_count=1, DISK_FULL", "query_only=ON, READ_ONLY"})
    void a_fault_refuses_new_orders_but_not_reads_and_cancels(String pragma, Reason reason) {
        try (SqliteStore store = Stores.openWithoutTrials(file())) {
            List<Order> stored = added(store, 20);
            breakWriter(store, pragma);

            assertFails(reason, () -> added(store, 500));

            assertThat(store.inspection().health())
                    .isInstanceOfSatisfying(
                            StoreHealth.Halted.class,
                            halted -> assertThat(halted.reason()).isEqualTo(reason));
            assertFails(Reason.HALTED, () -> added(store, 1));
            assertAllThere(store, stored);
            assertCancelIsTried(store, stored.getFirst(), reason);
            assertThat(store.inspection().inspect().findings())
                    .filteredOn(finding -> finding.severity() == Finding.Severity.PROBLEM)
                    .anySatisfy(finding ->
                            assertThat(finding.text()).contains("new orders are refused"));
        }
    }

    @ParameterizedTest
    @CsvSource({"max_page_count=1, DISK_FULL", "query_only=ON, READ_ONLY"})
    void new_orders_are_accepted_again_once_the_fault_is_cleared(String pragma, Reason reason) {
        try (SqliteStore store = Stores.open(file())) {
            List<Order> stored = added(store, 20);
            breakWriter(store, pragma);
            assertFails(reason, () -> added(store, 500));

            awaitSound(store);

            added(store, 500);
            assertAllThere(store, stored);
        }
    }

    @Test
    void a_gated_intent_is_refused_during_a_fault() {
        try (SqliteStore store = Stores.openWithoutTrials(file())) {
            store.faults().report(new RepositoryException(Reason.IO_ERROR, "the disk failed"));
            ConditionalInsert open =
                    new ConditionalInsert(
                            sample.intent(), null, _ -> new Verdict.Approved(), EVIDENCE);

            assertFails(Reason.HALTED, () -> store.repository().intend(open));
        }
    }

    @Test
    void an_order_not_to_be_sent_is_stored_while_new_orders_are_refused() {
        try (SqliteStore store = Stores.openWithoutTrials(file())) {
            store.faults().report(new RepositoryException(Reason.IO_ERROR, "the disk failed"));
            Order denied = sample.intent().denied("no such symbol");

            assertThat(store.repository().add(denied, EVIDENCE))
                    .isInstanceOf(AddOutcome.Added.class);
            assertFails(Reason.HALTED, () -> added(store, 1));
        }
    }

    @Test
    void failures_other_than_disk_faults_do_not_halt() {
        try (SqliteStore store = Stores.open(file())) {
            for (Reason reason :
                    List.of(Reason.LOCK_TIMEOUT, Reason.OVERLOADED, Reason.FENCED, Reason.MISUSE)) {
                store.faults().report(new RepositoryException(reason, "not the disk"));
            }

            assertThat(store.inspection().health()).isInstanceOf(StoreHealth.Sound.class);
        }
    }

    @Test
    void corruption_is_reported_and_orders_are_accepted_again_once_the_file_is_restored()
            throws Exception {
        Path backup = elsewhere.resolve("copy.db");
        try (SqliteStore store = Stores.open(file())) {
            List<Order> stored = added(store, 300);
            Eventually.within(BOUND, "all is checkpointed", this::checkpointed);
            copy(file(), backup);
            damage(Files.size(file()) / PAGE_BYTES);

            assertFails(Reason.CORRUPT, () -> store.repository().find(stored.getFirst().id()));
            assertFails(Reason.HALTED, () -> added(store, 1));

            copy(backup, file());
            awaitSound(store);
            added(store, 1);
            assertAllThere(store, stored);
        }
    }

    @Test
    void a_full_disk_that_is_cleared_loses_nothing() throws Exception {
        assumeTrue(
                ChildJvm.works("unshare", "-Urm", "sh", "-c", "mount -t tmpfs none /mnt"),
                "no disk can be mounted here");
        String drill =
                ChildJvm.jvm(FaultDrill.class).stream()
                        .map(word -> "'" + word + "'")
                        .collect(Collectors.joining(" "));
        Process process =
                new ProcessBuilder(
                                "unshare",
                                "-Urm",
                                "sh",
                                "-c",
                                "mount -t tmpfs -o size=4m none '%1$s' && %2$s DISK_FULL '%1$s'"
                                        .formatted(folder, drill))
                        .redirectErrorStream(true)
                        .start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("PASSED");
    }

    @Test
    void a_disk_that_refuses_writes_and_recovers_loses_nothing() throws Exception {
        assumeTrue(ChildJvm.works("prlimit", "--version"), "no limit can be set here");

        try (ChildJvm drill =
                ChildJvm.start(
                        List.of(), FaultDrill.class, elsewhere, "IO_ERROR", folder.toString())) {
            assertThat(drill.output()).contains("PASSED");
        }
    }

    private Path file() {
        return folder.resolve("orders.db");
    }

    private List<Order> added(SqliteStore store, int count) {
        List<Order> orders = IntStream.range(0, count).mapToObj(_ -> sample.intent()).toList();
        store.repository().addAll(orders, EVIDENCE);
        return orders;
    }

    /** Makes SQLite reject writes of the writer's connection until it is reopened. */
    private static void breakWriter(SqliteStore store, String pragma) {
        store.writer()
                .write(session -> {
                    SqliteSession.of(session).script("PRAGMA " + pragma);
                    return true;
                });
    }

    private static void assertAllThere(SqliteStore store, List<Order> stored) {
        assertThat(stored)
                .allSatisfy(
                        order -> assertThat(store.repository().find(order.id())).contains(order));
    }

    /** The update either succeeds or fails like the disk; it is never refused. */
    private static void assertCancelIsTried(SqliteStore store, Order order, Reason reason) {
        OrderUpdate cancel =
                OrderUpdate.applying(
                        order.id(),
                        new ExecutionReport.CancelRequested(),
                        SampleOrders.START,
                        EVIDENCE);
        try {
            assertThat(store.repository().updateAll(List.of(cancel), BatchMode.EACH_FOR_ITSELF))
                    .hasSize(1);
        } catch (RepositoryException failure) {
            assertThat(failure.reason()).isEqualTo(reason);
        }
    }

    private static void assertFails(Reason reason, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        RepositoryException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(reason));
    }

    private static void awaitSound(SqliteStore store) {
        Eventually.within(
                BOUND,
                "new orders are accepted",
                () -> store.inspection().health() instanceof StoreHealth.Sound);
    }

    /**
     * Uses a separate connection: a reader of the store would cache pages that are corrupted later.
     */
    private boolean checkpointed() {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(PASSIVE)")) {
            return row.next() && row.getInt(1) == 0 && row.getInt(2) == row.getInt(3);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Runs in another process, because closing the file would release SQLite's locks on it. */
    private void damage(long pages) throws IOException, InterruptedException {
        assertThat(
                        ChildJvm.works(
                                "dd",
                                "if=/dev/zero",
                                "of=" + file(),
                                "bs=" + PAGE_BYTES,
                                "seek=1",
                                "count=" + (pages - 1),
                                "conv=notrunc"))
                .isTrue();
    }

    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        assertThat(
                        ChildJvm.works(
                                "dd", "if=" + from, "of=" + to, "bs=" + PAGE_BYTES, "conv=notrunc"))
                .isTrue();
    }
}
