package dev.lockstep.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
