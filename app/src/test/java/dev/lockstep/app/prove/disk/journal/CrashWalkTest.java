package dev.lockstep.app.prove.disk.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.app.prove.disk.journal.CrashState.Kind;
import dev.lockstep.domain.value.InvalidValueException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashWalkTest {
    private static final String FILE = "file";

    private @TempDir Path folder;

    @Test
    void what_was_synced_is_there_and_what_was_not_may_be() throws IOException {
        List<DiskOp> ops =
                List.of(
                        new DiskOp.Created(FILE),
                        written(0, "abcd"),
                        new DiskOp.SyncBegan(FILE, 1),
                        new DiskOp.SyncEnded(FILE, 1),
                        written(0, "X"),
                        written(4, "efgh"));

        assertThat(text(ops, new CrashState(6, Kind.PREFIX, 0))).isEqualTo("abcd");
        assertThat(text(ops, new CrashState(6, Kind.PREFIX, 1))).isEqualTo("Xbcd");
        assertThat(text(ops, new CrashState(6, Kind.TORN, 1))).isEqualTo("Xbcdef");
        assertThat(text(ops, new CrashState(6, Kind.PREFIX, 2))).isEqualTo("Xbcdefgh");
    }

    @Test
    void a_write_during_a_sync_is_not_covered_by_it() throws IOException {
        List<DiskOp> ops =
                List.of(
                        new DiskOp.SyncBegan(FILE, 1),
                        written(0, "late"),
                        new DiskOp.SyncEnded(FILE, 1));

        assertThat(text(ops, new CrashState(3, Kind.PREFIX, 0))).isEmpty();
    }

    @Test
    void a_sync_of_the_folder_keeps_which_files_exist() throws IOException {
        List<DiskOp> ops =
                List.of(
                        new DiskOp.Created("other"),
                        new DiskOp.Created(FILE),
                        written(0, "abcd"),
                        new DiskOp.SyncBegan("", 1),
                        new DiskOp.SyncEnded("", 1),
                        new DiskOp.Removed("other"));

        assertThat(text(ops, new CrashState(6, Kind.PREFIX, 0))).isEmpty();
        assertThat(folder.resolve("0").resolve("other")).exists();
        assertThat(text(ops, new CrashState(6, Kind.PREFIX, 2))).isEqualTo("abcd");
        assertThat(folder.resolve("1").resolve("other")).doesNotExist();
    }

    @Test
    void a_failed_sync_keeps_nothing_and_may_lose_it() throws IOException {
        List<DiskOp> ops =
                List.of(
                        written(0, "abcd"),
                        new DiskOp.SyncBegan(FILE, 1),
                        new DiskOp.SyncFailed(FILE, 1),
                        new DiskOp.SyncBegan(FILE, 2),
                        new DiskOp.SyncEnded(FILE, 2));

        assertThat(text(ops, new CrashState(3, Kind.PREFIX, 0))).isEmpty();
        assertThat(text(ops, new CrashState(5, Kind.PREFIX, 0))).isEqualTo("abcd");
        CrashWalk losing = new CrashWalk(ops, true);
        losing.to(5);
        assertThat(losing.unsynced()).isZero();
    }

    @Test
    void each_prefix_since_the_last_crash_is_listed_whole_and_torn() {
        List<DiskOp> ops =
                List.of(
                        written(0, "ab"),
                        new DiskOp.SyncBegan(FILE, 1),
                        new DiskOp.SyncEnded(FILE, 1),
                        written(2, "cd"),
                        written(4, "ef"));

        assertThat(CrashStates.of(ops, false))
                .extracting(state -> state.at() + " " + state.name())
                .containsExactly(
                        "2 prefix-0",
                        "2 torn-0",
                        "2 prefix-1",
                        "5 prefix-0",
                        "5 torn-0",
                        "5 prefix-1",
                        "5 torn-1",
                        "5 prefix-2",
                        "5 subset-5",
                        "5 subset-6");
    }

    @Test
    void a_state_is_found_by_its_name() {
        CrashState state = new CrashState(7, Kind.SUBSET, 12);

        assertThat(CrashState.of(7, state.name())).isEqualTo(state);
        assertThatThrownBy(() -> CrashState.of(7, "half-1"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("half-1");
    }

    private static DiskOp written(long offset, String text) {
        return new DiskOp.Written(
                FILE, offset, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private int stored;

    private String text(List<DiskOp> ops, CrashState state) throws IOException {
        CrashWalk walk = new CrashWalk(ops, false);
        walk.to(state.at());
        Path into = Files.createDirectory(folder.resolve(String.valueOf(stored++)));
        walk.image(state).store(into);
        Path file = into.resolve(FILE);
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
