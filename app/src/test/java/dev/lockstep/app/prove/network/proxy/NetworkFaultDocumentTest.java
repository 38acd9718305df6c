package dev.lockstep.app.prove.network.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** docs/client-history.md lists every fault of the network. */
class NetworkFaultDocumentTest {
    @Test
    void it_lists_every_fault() throws IOException {
        assertThat(
                        Files.readString(Path.of("..", "docs", "client-history.md"))
                                .lines()
                                .dropWhile(line -> !line.equals("## Network faults"))
                                .skip(1)
                                .takeWhile(line -> !line.startsWith("## "))
                                .filter(line -> line.startsWith("| `"))
                                .map(line -> line.substring(3, line.indexOf('`', 3))))
                .containsExactlyElementsOf(
                        Arrays.stream(NetworkFault.values()).map(NetworkFault::word).toList());
    }
}
