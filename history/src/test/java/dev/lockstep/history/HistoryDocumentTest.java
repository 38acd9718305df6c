package dev.lockstep.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** docs/client-history.md lists every rule, in the words of the program. */
class HistoryDocumentTest {
    @Test
    void it_lists_every_rule() throws IOException {
        assertThat(
                        Files.readString(Path.of("..", "docs", "client-history.md"))
                                .lines()
                                .dropWhile(line -> !line.equals("## Rules"))
                                .takeWhile(line -> !line.equals("## Network faults"))
                                .filter(line -> line.startsWith("| `")))
                .containsExactlyElementsOf(
                        Arrays.stream(HistoryRule.values())
                                .map(rule -> "| `" + rule.word() + "` | " + rule.sentence() + " |")
                                .toList());
    }
}
