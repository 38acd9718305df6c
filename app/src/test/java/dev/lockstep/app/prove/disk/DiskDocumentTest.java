package dev.lockstep.app.prove.disk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.prove.disk.journal.CrashState;
import dev.lockstep.app.prove.disk.library.DiskFault;
import dev.lockstep.app.prove.disk.library.StopPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/disk.md lists every state, fault and point. */
class DiskDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "disk.md");

    @Test
    void it_has_every_state_every_fault_and_every_point() throws IOException {
        List<String> rows =
                Files.readString(DOCUMENT)
                        .lines()
                        .filter(line -> line.startsWith("| `"))
                        .map(line -> line.split("`", -1)[1])
                        .toList();

        assertThat(rows)
                .containsSubsequence(
                        Stream.of(
                                        Arrays.stream(CrashState.Kind.values())
                                                .map(kind -> kind.word() + "-N"),
                                        Arrays.stream(DiskFault.values()).map(DiskFault::word),
                                        Arrays.stream(StopPoint.values()).map(StopPoint::word))
                                .flatMap(words -> words)
                                .toList());
    }
}
