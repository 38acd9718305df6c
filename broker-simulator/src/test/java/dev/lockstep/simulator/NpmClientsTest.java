package dev.lockstep.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs third-party clients from npm; the script in src/test/clients describes what each does. */
@Tag("slow")
class NpmClientsTest {
    private static final String FOLDER = System.getProperty("simulator.clients", "");
    private static final long TIMEOUT_SECONDS = 300;

    @Test
    void unmodified_npm_clients_trade_and_receive_updates(@TempDir Path dir) throws Exception {
        assumeFalse(
                FOLDER.isEmpty(),
                "skipped: src/test/clients/run and .ci/run fetch the clients where Node and npm are");
        Path output = dir.resolve("output");
        try (Simulator simulator =
                Simulator.start(
                        SimulatorConfig.defaults()
                                .withRequestsPerMinute(0)
                                .withTickEvery(Duration.ofMillis(200)))) {
            Process node =
                    new ProcessBuilder("node", "clients.mjs", simulator.uri().toString())
                            .directory(Path.of(FOLDER).toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            boolean ended = node.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            node.destroyForcibly().waitFor();
            assertThat(Files.readString(output))
                    .as("ended within %s s: %s", TIMEOUT_SECONDS, ended)
                    .contains(
                            "ok v4",
                            "ok v3",
                            "ok masterChief",
                            "ok v4Data",
                            "ok v3Data",
                            "ok ccxtPro",
                            "ok v4Facade")
                    .doesNotContain("FAILED");
            assertThat(node.exitValue()).isZero();
        }
    }
}
