package dev.lockstep.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.ApiKey;
import dev.lockstep.simulator.Simulator;
import dev.lockstep.simulator.SimulatorConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands from which the launcher's cache is made: each of them does what it does elsewhere.
 */
@Tag("slow")
class StartTrainingTest {
    @TempDir private Path temp;

    @Test
    void every_command_of_the_training_does_its_work() throws IOException, InterruptedException {
        Path said = temp.resolve("said");
        Process training =
                new CliFixture(temp)
                        .process("start-training")
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        assertThat(training.waitFor()).as(() -> read(said)).isZero();
        assertThat(read(said)).contains("order submit --symbol AAPL --side buy --qty 10: 0");
    }

    @Test
    void the_training_sends_no_order_to_the_account_of_the_environment()
            throws IOException, InterruptedException {
        ApiKey key = SimulatorConfig.DEFAULT_KEY;
        try (Simulator account =
                Simulator.start(SimulatorConfig.defaults().withStateDir(temp.resolve("account")))) {
            ProcessBuilder training =
                    new CliFixture(temp)
                            .process("start-training", "--commands")
                            .redirectErrorStream(true)
                            .redirectOutput(temp.resolve("said").toFile());
            training.environment()
                    .putAll(
                            Map.of(
                                    "LOCKSTEP_MODE",
                                    "paper",
                                    "LOCKSTEP_BASE_URL",
                                    account.uri().toString(),
                                    "APCA_API_KEY_ID",
                                    key.id(),
                                    "APCA_API_SECRET_KEY",
                                    key.secret()));

            int code = training.start().waitFor();

            assertThat(account.orders()).isEmpty();
            assertThat(code).as(() -> read(temp.resolve("said"))).isZero();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
