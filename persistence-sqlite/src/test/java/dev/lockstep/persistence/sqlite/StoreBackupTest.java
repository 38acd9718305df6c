package dev.lockstep.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.maintenance.StoreBackup.Copy;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.RepositoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of an open database. */
@Tag("slow")
class StoreBackupTest {
    private final SampleOrders sample = new SampleOrders();
    private @TempDir Path folder;
    private @TempDir Path target;
    private SqliteStore store;

    @BeforeEach
    void open() {
        store = Stores.open(folder.resolve("orders.db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_backup_contains_the_orders_of_its_snapshot_and_can_be_opened() {
        List<Order> orders = IntStream.range(0, 50).mapToObj(_ -> sample.intent()).toList();
        store.repository().addAll(orders, Evidence.local("test"));

        Copy copy = store.backup().backUp(target.resolve("copy.db"));
        store.repository().add(sample.intent(), Evidence.local("later"));

        assertThat(copy.orders()).isEqualTo(50);
        assertThat(copy.file()).hasSize(copy.bytes());
        try (SqliteStore restored = Stores.open(copy.file())) {
            assertThat(restored.tag()).isEqualTo(store.tag());
            assertThat(restored.repository().search(OrderQuery.all())).isEqualTo(orders);
        }
    }

    @Test
    void only_the_owner_can_read_a_backup() throws IOException {
        assumeThat(Files.getFileStore(target).supportsFileAttributeView("posix")).isTrue();

        Copy copy = store.backup().backUp(target.resolve("copy.db"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy.file())))
                .isEqualTo("rw-------");
    }

    @Test
    void an_existing_file_is_not_overwritten() throws IOException {
        Path file = target.resolve("copy.db");
        Files.writeString(file, "mine");

        assertThatThrownBy(() -> store.backup().backUp(file))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("already exists");
        assertThat(file).hasContent("mine");
    }

    @Test
    void a_failed_backup_leaves_no_file() throws IOException {
        Path nowhere = target.resolve("nowhere").resolve("copy.db");

        assertThatThrownBy(() -> store.backup().backUp(nowhere))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("folder does not exist");
        try (Stream<Path> left = Files.list(target)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_file_is_replaced_only_on_request_by_a_complete_backup() throws IOException {
        Path file = Files.writeString(target.resolve("copy.db"), "an older one");
        store.repository().add(sample.intent(), Evidence.local("test"));

        assertThat(store.backup().replace(file).orders()).isEqualTo(1);
        try (SqliteStore restored = Stores.open(file)) {
            assertThat(restored.repository().search(OrderQuery.all())).hasSize(1);
        }
    }

    @Test
    void the_live_database_is_never_overwritten() throws IOException {
        Path link = Files.createSymbolicLink(target.resolve("link"), folder);
        List<Path> live =
                List.of(
                        folder.resolve("orders.db"),
                        folder.resolve("orders.db-wal"),
                        folder.resolve("orders.db-shm"),
                        link.resolve("orders.db"),
                        link.resolve("orders.db-wal"));
        assertThat(live).allSatisfy(file -> assertRefused(file, "belongs to the live database"));
        assertThat(store.repository().add(sample.intent(), Evidence.local("test"))).isNotNull();
    }

    @Test
    void a_folder_and_a_name_with_an_existing_journal_are_refused() throws IOException {
        assertRefused(target, "is a folder");
        Files.writeString(target.resolve("copy.db-wal"), "of another database");
        assertRefused(target.resolve("copy.db"), "is in use");
    }

    private void assertRefused(Path file, String text) {
        assertThatThrownBy(() -> store.backup().replace(file))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining(text);
        assertThatThrownBy(() -> store.backup().backUp(file))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining(text);
    }
}
