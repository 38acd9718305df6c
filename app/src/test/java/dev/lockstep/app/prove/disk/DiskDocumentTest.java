package dev.lockstep.app.prove.disk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.prove.disk.journal.CrashState;
import dev.lockstep.app.prove.disk.library.DiskFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/disk.md lists every state and every fault. */
class DiskDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "disk.md");

    @Test
    void it_has_every_state_and_every_fault() throws IOException {
        List<String> rows =
                Files.readString(DOCUMENT)
                        .lines()
                        .filter(line -> line.startsWith("| `"))
                        .map(line -> line.split("`", -1)[1])
                        .toList();

        assertThat(rows)
                .containsExactlyElementsOf(
                        Stream.concat(
                                        Arrays.stream(CrashState.Kind.values())
                                                .map(kind -> kind.word() + "-N"),
                                        Arrays.stream(DiskFault.values()).map(DiskFault::word))
                                .toList());
    }
}
