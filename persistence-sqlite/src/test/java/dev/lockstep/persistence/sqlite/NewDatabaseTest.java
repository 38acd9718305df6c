package dev.lockstep.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new database is made in few commits: each waits for the disk. */
final class NewDatabaseTest {
    private static final int WAL_HEADER = 32;
    private static final int FRAME_HEADER = 24;

    @Test
    void a_new_database_is_made_in_few_commits(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("orders.db");

        try (SqliteStore store = Stores.open(file)) {
            assertThat(store.tag()).isNotNull();
            assertThat(commits(folder.resolve("orders.db-wal"))).isBetween(1, 4);
        }
    }

    /** Counts the frames that end a commit: those with the size of the database in their header. */
    private static int commits(Path wal) throws IOException {
        ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(wal));
        int frame = FRAME_HEADER + content.getInt(8);
        int commits = 0;
        for (int at = WAL_HEADER; at + frame <= content.limit(); at += frame) {
            if (content.getInt(at + 4) != 0) {
                commits++;
            }
        }
        return commits;
    }
}
