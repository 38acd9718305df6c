package dev.lockstep.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.persistence.postgres.PostgresAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The note of the store with a folder's orders. */
class StoreNoteTest {
    private static final PostgresAddress FIRST =
            PostgresAddress.parsed("postgresql://ann@db1:5432,db2:5432/trading");

    @TempDir private Path folder;

    private StoreNote note = new StoreNote(new DataFolder(Path.of("unnamed")));

    @BeforeEach
    void begin() {
        note = new StoreNote(new DataFolder(folder));
    }

    @Test
    void the_first_store_of_a_folder_is_noted_and_another_is_refused() {
        note.noteFirst(FIRST);

        note.require(Optional.of(FIRST));
        refused("postgresql://ann@db3:5432/trading");
        refused("postgresql://ann@db1:5433/trading");
        refused("postgresql://ann@db1:5432/other");
        refused("postgresql://ann@db1:5432/trading?schema=other");
    }

    @Test
    void the_same_store_may_get_another_server_and_user() throws IOException {
        note.noteFirst(FIRST);

        note.noteFirst(PostgresAddress.parsed("postgresql://bob@db2,db3/trading"));
        note.noteFirst(PostgresAddress.parsed("postgresql://bob@db3/trading?sslmode=require"));

        assertThat(Files.readString(folder.resolve("store.address"))).contains("bob@db3:5432/");
        refused("postgresql://ann@db1:5432/trading");
    }

    @Test
    void this_machine_is_the_same_by_each_of_its_names() {
        note.noteFirst(PostgresAddress.parsed("postgresql://ann@localhost/trading"));

        note.require(Optional.of(PostgresAddress.parsed("postgresql://ann@[::1]:5432/trading")));
        refused("postgresql://ann@127.0.0.1:5433/trading");
    }

    @Test
    void a_store_that_another_process_noted_first_wins() throws IOException {
        Files.writeString(folder.resolve("store.address"), "postgresql://ann@db9:5432/trading");

        assertThatExceptionOfType(CommandEnd.class)
                .isThrownBy(() -> note.noteFirst(FIRST))
                .withMessageContaining("db9");
        assertThat(Files.readString(folder.resolve("store.address"))).contains("db9");
    }

    @Test
    void an_unreadable_note_refuses_every_store() throws IOException {
        Files.writeString(folder.resolve("store.address"), "elsewhere");

        refused(FIRST.toString());
    }

    @Test
    void a_folder_with_a_database_of_its_own_refuses_a_server() throws IOException {
        Files.createFile(folder.resolve("lockstep.db"));

        refused(FIRST.toString());
        note.note(FIRST);
        note.require(Optional.of(FIRST));
    }

    private void refused(String other) {
        PostgresAddress address = PostgresAddress.parsed(other);
        assertThatExceptionOfType(CommandEnd.class)
                .isThrownBy(() -> note.require(Optional.of(address)))
                .withMessageContaining(address.toString())
                .withMessageContaining("--data");
    }
}
