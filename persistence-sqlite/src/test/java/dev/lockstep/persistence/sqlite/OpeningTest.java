package dev.lockstep.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.domain.order.InstanceTag;
import dev.lockstep.domain.port.RepositoryException;
import dev.lockstep.domain.port.RepositoryException.Reason;
import dev.lockstep.persistence.sqlite.migration.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What opening makes of each kind of file it may find. */
class OpeningTest {
    private @TempDir Path folder;

    @Test
    void a_fresh_database_has_the_promised_settings() {
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
    void the_guarantee_can_be_lowered_and_the_check_up_says_so() {
        SqliteConfig normal =
                SqliteConfig.at(file()).withSynchronous(SqliteConfig.Synchronous.NORMAL);
        try (SqliteStore store = Stores.open(normal)) {
            assertThat(store.inspection().inspect().settings())
                    .containsEntry("synchronous", "normal");
            assertThat(store.inspection().inspect().findings())
                    .anySatisfy(finding -> assertThat(finding.text()).contains("power cut"));
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
    void many_openers_of_a_fresh_file_agree_on_one_tag() throws Exception {
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
    void a_database_in_rollback_journal_mode_is_opened_as_it_is() throws Exception {
        Stores.open(file()).close();
        run("PRAGMA journal_mode=DELETE");

        try (SqliteStore store = Stores.open(file())) {
            assertThat(store.inspection().inspect().settings())
                    .containsEntry("journal_mode", "wal");
        }
    }

    @Test
    void a_newer_schema_is_refused_and_left_alone() throws Exception {
        Stores.open(file()).close();
        run("PRAGMA user_version=99");

        assertRefused(() -> Stores.open(file()), Reason.INCOMPATIBLE, "version 99");
        run("PRAGMA user_version=" + Migrations.newestVersion());
        Stores.open(file()).close();
    }

    @Test
    void another_programs_database_is_refused_and_left_alone() throws Exception {
        run("CREATE TABLE notes (text TEXT)");

        assertRefused(() -> Stores.open(file()), Reason.INCOMPATIBLE, "another program's");
        run("SELECT text FROM notes");
    }

    @Test
    void a_file_that_is_no_database_is_refused_and_left_alone() throws Exception {
        String text = "this is a letter and no database\n".repeat(100);
        Files.writeString(file(), text);

        assertRefused(() -> Stores.open(file()), Reason.CORRUPT, "no database");
        assertThat(file()).hasContent(text);
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

    private Path file() {
        return folder.resolve("orders.db");
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void assertRefused(ThrowingCallable opening, Reason reason, String text) {
        assertThatThrownBy(opening)
                .isInstanceOfSatisfying(
                        RepositoryException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(reason))
                .hasMessageContaining(text);
    }
}
