package dev.lockstep.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.sqlite.migration.Migrations;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening of each kind of file. */
@Tag("slow")
class OpeningTest {
    private @TempDir Path folder;

    @Test
    void a_new_database_has_the_default_settings() {
        try (SqliteStore store = Stores.open(file())) {
            assertThat(store.inspection().inspect().settings())
                    .containsEntry("journal_mode", "wal")
                    .containsEntry("synchronous", "full")
                    .containsEntry("foreign_keys", "1")
                    .containsEntry("busy_timeout", "100")
                    .containsEntry("instance_tag", store.tag().value());
        }
    }

    @Test
    void a_lower_durability_is_reported_by_the_inspection() {
        SqliteConfig normal =
                SqliteConfig.at(file()).withSynchronous(SqliteConfig.Synchronous.NORMAL);
        try (SqliteStore store = Stores.open(normal)) {
            assertThat(store.inspection().inspect().settings())
                    .containsEntry("synchronous", "normal");
            assertThat(store.inspection().inspect().findings())
                    .anySatisfy(finding -> assertThat(finding.text()).contains("power failure"));
        }
    }

    @Test
    void the_tag_is_drawn_once() {
        InstanceTag drawn;
        try (SqliteStore store = Stores.open(file())) {
            drawn = store.tag();
        }
        try (SqliteStore store = Stores.open(file())) {
            assertThat(store.tag()).isEqualTo(drawn);
        }
    }

    @Test
    void a_recreated_database_has_another_tag_so_that_client_order_ids_are_unique()
            throws IOException {
        InstanceTag first;
        try (SqliteStore store = Stores.open(file())) {
            first = store.tag();
        }
        Files.delete(file());
        OrderId id = new SampleOrders().ids().nextOrderId();
        try (SqliteStore store = Stores.open(file())) {
            assertThat(first.made(store.tag().clientOrderId(id))).isFalse();
        }
    }

    @Test
    void concurrent_openers_of_a_new_file_agree_on_one_tag() throws Exception {
        Callable<InstanceTag> opener =
                () -> {
                    try (SqliteStore store = Stores.open(file())) {
                        return store.tag();
                    }
                };
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<InstanceTag>> openers =
                    IntStream.range(0, 8).mapToObj(_ -> opener).toList();
            List<InstanceTag> tags =
                    threads.invokeAll(openers).stream().map(Future::resultNow).toList();
            assertThat(tags).containsOnly(tags.getFirst());
        }
    }

    @Test
    void a_database_in_rollback_journal_mode_is_switched_to_wal() throws Exception {
        Stores.open(file()).close();
        run("PRAGMA journal_mode=DELETE");

        try (SqliteStore store = Stores.open(file())) {
            assertThat(store.inspection().inspect().settings())
                    .containsEntry("journal_mode", "wal");
        }
    }

    @Test
    void a_newer_schema_is_refused_and_left_unchanged() throws Exception {
        Stores.open(file()).close();
        run("PRAGMA user_version=99");

        assertRefusedAndLeftUnchanged(Reason.INCOMPATIBLE, "version is 99");
        run("PRAGMA user_version=" + Migrations.newestVersion());
        Stores.open(file()).close();
    }

    @Test
    void another_programs_database_is_refused_and_left_unchanged() throws Exception {
        run("CREATE TABLE notes (text TEXT)");

        assertRefusedAndLeftUnchanged(Reason.INCOMPATIBLE, "another program's");
        run("SELECT text FROM notes");
    }

    @Test
    void a_file_that_is_not_a_database_is_refused_and_left_unchanged() throws Exception {
        Files.writeString(file(), "this is a letter and no database\n".repeat(100));

        assertRefusedAndLeftUnchanged(Reason.CORRUPT, "not a database");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.000_01, 0.000_5, 0.01, 0.3, 0.5, 0.9, 0.999})
    void a_truncated_file_is_refused_and_left_unchanged(double part) throws Exception {
        filled();
        long whole = Files.size(file());
        long left = Math.max(1, (long) (whole * part));
        cut(left);

        assertRefusedAndLeftUnchanged(Reason.CORRUPT, "restore a backup");
    }

    @Test
    void a_file_without_its_last_page_is_refused_and_left_unchanged() throws Exception {
        filled();
        cut(Files.size(file()) - 4096);

        assertRefusedAndLeftUnchanged(Reason.CORRUPT, "restore a backup");
    }

    @Test
    void an_empty_file_with_a_journal_is_refused_and_both_are_left_unchanged() throws Exception {
        Files.createFile(file());
        Path journal = folder.resolve("orders.db-wal");
        Files.write(journal, new byte[4096]);

        assertRefusedAndLeftUnchanged(
                Reason.CORRUPT, "is empty or missing, but its journal is not");
        assertThat(journal).hasBinaryContent(new byte[4096]);
    }

    @Test
    void an_empty_file_becomes_a_new_database() throws Exception {
        Files.createFile(file());

        Stores.open(file()).close();

        assertThat(file()).isNotEmptyFile();
    }

    @Test
    void a_folder_instead_of_the_file_is_refused() throws Exception {
        Files.createDirectory(file());

        assertRefused(() -> Stores.open(file()), Reason.INCOMPATIBLE, "is a folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-wal", "-shm"})
    void a_file_whose_journal_cannot_be_created_is_refused_and_left_unchanged(String suffix)
            throws Exception {
        filled();
        Files.createDirectory(folder.resolve("orders.db" + suffix));

        assertRefusedAndLeftUnchanged(Reason.IO_ERROR, suffix + ": is a folder, not a file");
    }

    @Test
    void a_rollback_journal_file_read_by_another_program_is_refused_within_the_deadline()
            throws Exception {
        filled();
        run("PRAGMA journal_mode=DELETE");
        try (Connection reader = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = reader.createStatement()) {
            statement.execute("BEGIN");
            statement.executeQuery("SELECT count(*) FROM orders").close();
            SqliteConfig config = SqliteConfig.at(file()).withLockDeadline(Duration.ofMillis(400));

            assertLeftUnchanged(() ->
                    assertRefused(
                            () -> Stores.open(config),
                            Reason.LOCK_TIMEOUT,
                            "opening " + file() + ": another process holds"));
        }
        Stores.open(file()).close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nfs",
                "nfs4",
                "NFS4",
                "cifs",
                "smb3",
                "9p",
                "fuse.sshfs",
                "sshfs",
                "vboxsf",
                "virtiofs",
                "ceph",
                "afpfs"
            })
    void a_file_on_a_shared_file_system_is_refused_and_not_created(String type) {
        assertRefused(
                () -> Stores.open(SqliteConfig.at(file()), _ -> type),
                Reason.INCOMPATIBLE,
                "network or shared file system (" + type + ")");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs", "btrfs", "zfs", "apfs", "NTFS", "overlay", "new-one"})
    void a_file_on_any_other_file_system_is_opened(String type) {
        Stores.open(SqliteConfig.at(file()), _ -> type).close();

        assertThat(file()).exists();
    }

    @Test
    void an_unknown_file_system_failure_is_named() {
        assertRefused(
                () ->
                        Stores.open(
                                SqliteConfig.at(file()),
                                _ -> {
                                    throw new IOException("stale file handle");
                                }),
                Reason.IO_ERROR,
                "stale file handle");
    }

    @Test
    void a_missing_folder_is_named() {
        Path nowhere = folder.resolve("nowhere").resolve("orders.db");

        assertRefused(() -> Stores.open(nowhere), Reason.IO_ERROR, "folder does not exist");
        assertThat(nowhere.getParent()).doesNotExist();
    }

    @Test
    void every_migration_in_the_folder_is_a_step() throws IOException {
        Path migrations = Path.of("src/main/resources/db/migration");
        try (Stream<Path> files = Files.list(migrations)) {
            assertThat(files.filter(file -> file.toString().endsWith(".sql")))
                    .hasSize(Migrations.newestVersion());
        }
    }

    private void filled() {
        SampleOrders sample = new SampleOrders();
        try (SqliteStore store = Stores.open(file())) {
            List<Order> orders = IntStream.range(0, 300).mapToObj(_ -> sample.intent()).toList();
            store.repository().addAll(orders, Evidence.local("test"));
        }
    }

    private void cut(long bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.truncate(bytes);
        }
    }

    private void assertRefusedAndLeftUnchanged(Reason reason, String text) throws IOException {
        assertLeftUnchanged(() -> assertRefused(() -> Stores.open(file()), reason, text));
    }

    private void assertLeftUnchanged(Runnable opening) throws IOException {
        byte[] before = Files.readAllBytes(file());

        opening.run();

        assertThat(file()).hasBinaryContent(before);
    }

    private Path file() {
        return folder.resolve("orders.db");
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void assertRefused(ThrowingCallable opening, Reason reason, String text) {
        assertThatThrownBy(opening)
                .isInstanceOfSatisfying(
                        RepositoryException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(reason))
                .hasMessageContaining(folder.toString())
                .hasMessageContaining(text);
    }
}
