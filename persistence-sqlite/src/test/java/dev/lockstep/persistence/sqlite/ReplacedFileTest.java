package dev.lockstep.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.Eventually;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.maintenance.StoreHealth;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.sqlite.migration.Migrations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that is deleted, replaced or migrated while a process has it open. */
@Tag("slow")
class ReplacedFileTest {
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final Evidence EVIDENCE = Evidence.local("test");

    private final SampleOrders sample = new SampleOrders();
    private @TempDir Path folder;
    private @TempDir Path elsewhere;

    @ParameterizedTest
    @ValueSource(strings = {"orders.db", "orders.db-wal", "orders.db-shm"})
    void after_a_database_file_is_deleted_writes_fail_and_no_file_is_created(String deleted)
            throws Exception {
        try (SqliteStore store = Stores.openWithoutTrials(file())) {
            added(store);
            Files.delete(folder.resolve(deleted));

            assertRefused(store, Reason.REPLACED);

            assertThat(folder.resolve(deleted)).doesNotExist();
        }
    }

    @Test
    void after_the_database_is_replaced_writes_fail() throws Exception {
        Path other = elsewhere.resolve("other.db");
        Stores.open(other).close();
        try (SqliteStore store = Stores.open(file())) {
            added(store);
            Files.move(other, file(), StandardCopyOption.REPLACE_EXISTING);

            assertRefused(store, Reason.REPLACED);
            assertRefused(store, Reason.HALTED);
        }
    }

    @Test
    void orders_are_accepted_again_once_the_files_are_moved_back() throws Exception {
        try (SqliteStore store = Stores.open(file())) {
            Order stored = added(store);
            move(folder, elsewhere);
            assertRefused(store, Reason.REPLACED);

            move(elsewhere, folder);

            awaitSound(store);
            Order next = added(store);
            assertThat(store.repository().find(stored.id())).contains(stored);
            assertThat(store.repository().find(next.id())).contains(next);
        }
    }

    @Test
    void an_older_release_stops_writing_once_a_newer_one_has_migrated() throws Exception {
        try (SqliteStore store = Stores.open(file())) {
            Order stored = added(store);
            run("PRAGMA user_version=99");

            assertRefused(store, Reason.INCOMPATIBLE);
            assertRefused(store, Reason.HALTED);
            assertThatThrownBy(() -> store.lease().acquire("me", Duration.ofMinutes(1)))
                    .hasMessageContaining("version is 99")
                    .hasMessageContaining("use the newer release");
            assertThat(store.repository().find(stored.id())).contains(stored);

            run("PRAGMA user_version=" + Migrations.newestVersion());
            awaitSound(store);
            added(store);
        }
    }

    private Path file() {
        return folder.resolve("orders.db");
    }

    private Order added(SqliteStore store) {
        Order order = sample.intent();
        store.repository().add(order, EVIDENCE);
        return order;
    }

    private void assertRefused(SqliteStore store, Reason reason) {
        assertThatThrownBy(() -> added(store))
                .isInstanceOfSatisfying(
                        RepositoryException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(reason))
                .hasMessageContaining(folder.toString());
        assertThat(store.inspection().health()).isInstanceOf(StoreHealth.Halted.class);
    }

    private static void awaitSound(SqliteStore store) {
        Eventually.within(
                BOUND,
                "new orders are accepted",
                () -> store.inspection().health() instanceof StoreHealth.Sound);
    }

    private static void move(Path from, Path to) throws Exception {
        for (String name : new String[] {"orders.db", "orders.db-wal", "orders.db-shm"}) {
            Files.move(from.resolve(name), to.resolve(name));
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
