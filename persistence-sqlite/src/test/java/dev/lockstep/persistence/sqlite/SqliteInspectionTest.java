package dev.lockstep.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstep.contracts.Eventually;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.maintenance.Finding;
import dev.lockstep.domain.port.maintenance.StoreMetrics;
import dev.lockstep.domain.port.maintenance.StoreStatus;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.persistence.sqlite.connection.SqliteSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings of an inspection and the advice in them. */
@Tag("slow")
class SqliteInspectionTest {
    /** Files of two connections that background work opens when it begins: database and WAL. */
    private static final int LATE_FILES = 4;

    private static final Duration BOUND = Duration.ofSeconds(30);

    private final TestClock clock = new TestClock();
    private final SampleOrders sample = new SampleOrders();
    private @TempDir Path folder;

    @Test
    void a_healthy_store_shows_every_setting_and_no_problem() {
        try (SqliteStore store = open()) {
            StoreStatus status = store.inspection().inspect();

            assertThat(status.settings())
                    .containsKeys(
                            "journal_mode",
                            "synchronous",
                            "busy_timeout",
                            "foreign_keys",
                            "user_version",
                            "page_size",
                            "page_count",
                            "instance_tag",
                            "file_system",
                            "lease_until")
                    .containsEntry("lock_deadline_millis", "30000")
                    .containsEntry("oldest_read_millis", "0")
                    .containsEntry("lease_owner", "")
                    .containsEntry("lease_epoch", "0")
                    .containsEntry("health", "sound");
            assertThat(number(status, "fsync_median_micros")).isPositive();
            assertThat(number(status, "wal_bytes")).isNotNegative();
            assertThat(number(status, "wal_pending_pages")).isNotNegative();
            assertThat(status.findings())
                    .extracting(Finding::severity)
                    .doesNotContain(Finding.Severity.PROBLEM);
            assertThat(folder)
                    .isDirectoryNotContaining(
                            file -> file.getFileName().toString().contains("fsync"));
        }
    }

    @Test
    void every_warning_and_problem_contains_advice() {
        SqliteConfig normal =
                SqliteConfig.at(file()).withSynchronous(SqliteConfig.Synchronous.NORMAL);
        try (SqliteStore store = Stores.open(normal)) {
            assertThat(store.inspection().inspect().findings())
                    .filteredOn(finding -> finding.severity() != Finding.Severity.OK)
                    .isNotEmpty()
                    .allSatisfy(finding -> assertThat(finding.fix()).isNotEmpty());
        }
    }

    @Test
    void a_file_system_in_memory_is_a_warning() {
        try (SqliteStore store = Stores.open(SqliteConfig.at(file()), _ -> "tmpfs")) {
            assertThat(store.inspection().inspect().findings())
                    .filteredOn(finding -> finding.severity() == Finding.Severity.WARNING)
                    .anySatisfy(finding -> assertThat(finding.text()).contains("in memory"));
        }
    }

    @Test
    void the_owner_of_the_lease_is_shown() {
        try (SqliteStore store = open()) {
            store.lease().acquire("owner-1", Duration.ofSeconds(10));

            assertThat(store.inspection().inspect().settings())
                    .containsEntry("lease_owner", "owner-1")
                    .containsEntry("lease_epoch", "1")
                    .containsEntry("lease_until", SampleOrders.START.plusSeconds(10).toString());

            clock.pass(Duration.ofSeconds(11));
            assertThat(store.inspection().inspect().findings())
                    .extracting(Finding::text)
                    .contains("no process holds the trading lease: the next request gets it");
        }
    }

    @Test
    void a_journal_that_cannot_shrink_is_reported_until_the_reader_ends() throws Exception {
        try (SqliteStore store = open()) {
            add(store, 1);
            try (Connection outside = DriverManager.getConnection("jdbc:sqlite:" + file());
                    Statement statement = outside.createStatement()) {
                statement.execute("BEGIN");
                statement.executeQuery("SELECT count(*) FROM orders").close();
                add(store, 400);

                // A checkpoint of the store itself may be running.
                Eventually.within(BOUND, "it is reported", () -> reported(store));
            }

            Eventually.within(BOUND, "it shrinks", () -> journalIsFine(store));
        }
    }

    @Test
    void an_endless_read_is_stopped_and_the_journal_shrinks() {
        SqliteConfig config = SqliteConfig.at(file()).withLockDeadline(Duration.ofSeconds(2));
        try (SqliteStore store = Stores.open(config, clock, StoreMetrics.NONE)) {
            add(store, 1);
            CompletableFuture<Boolean> reader =
                    CompletableFuture.supplyAsync(() ->
                            store.readers()
                                    .read(session -> {
                                        session.beginReading();
                                        SqliteSession.of(session).pragma("user_version");
                                        return ReadersTest.endless(session);
                                    }));
            Eventually.within(BOUND, "it reads", () -> store.readers().oldest().isPositive());
            assertThat(number(store.inspection().inspect(), "oldest_read_millis")).isNotNegative();
            add(store, 400);

            assertThat(reader)
                    .failsWithin(BOUND)
                    .withThrowableThat()
                    .withMessageContaining("was stopped");

            Eventually.within(
                    BOUND,
                    "all is checkpointed",
                    () -> store.checkpointer().journal().pending() == 0);
            assertThat(journalIsFine(store)).isTrue();
        }
    }

    @Test
    void ten_thousand_operations_leave_no_connection_open() throws Exception {
        Path open = Path.of("/proc/self/fd");
        assumeTrue(Files.isDirectory(open), "open files cannot be counted here");
        try (SqliteStore store = open()) {
            operate(store, 200);
            long before = handles(open);

            operate(store, 9_800);

            assertThat(before).isPositive();
            assertThat(handles(open)).isLessThanOrEqualTo(before + LATE_FILES);
            assertThat(store.inspection().inspect().settings())
                    .containsEntry("journal_mode", "wal")
                    .containsEntry("busy_timeout", "100")
                    .containsEntry("foreign_keys", "1");
        }
    }

    private void operate(SqliteStore store, int operations) {
        for (int operation = 0; operation < operations; operation++) {
            if (operation % 20 == 0) {
                store.repository().add(sample.intent(), Evidence.local("test"));
            } else {
                store.repository().search(OrderQuery.all().limit(1));
            }
        }
    }

    private long handles(Path open) throws IOException {
        try (Stream<Path> all = Files.list(open)) {
            return all.filter(
                            handle -> {
                                try {
                                    return Files.readSymbolicLink(handle)
                                            .startsWith(folder.toRealPath());
                                } catch (IOException _) {
                                    return false;
                                }
                            })
                    .count();
        }
    }

    private Path file() {
        return folder.resolve("orders.db");
    }

    private SqliteStore open() {
        return Stores.open(SqliteConfig.at(file()), clock, StoreMetrics.NONE);
    }

    private void add(SqliteStore store, int count) {
        Evidence large = new Evidence(Evidence.Source.POLL, "test", "", "x".repeat(16_000));
        List<Order> orders = IntStream.range(0, count).mapToObj(_ -> sample.intent()).toList();
        store.repository().addAll(orders, large);
    }

    private static boolean reported(SqliteStore store) {
        return store.inspection().inspect().findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.WARNING)
                .filter(finding -> finding.text().contains("cannot shrink"))
                .filter(finding -> finding.text().contains("another process holds an old snapshot"))
                .anyMatch(finding -> finding.fix().contains("end the read"));
    }

    private static boolean journalIsFine(SqliteStore store) {
        return store.inspection().inspect().findings().stream()
                .noneMatch(finding -> finding.text().contains("cannot shrink"));
    }

    private static long number(StoreStatus status, String key) {
        Map<String, String> settings = status.settings();
        return Long.parseLong(String.valueOf(settings.get(key)));
    }
}
