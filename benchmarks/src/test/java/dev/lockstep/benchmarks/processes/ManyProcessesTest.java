package dev.lockstep.benchmarks.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.benchmarks.measure.BenchmarkFinding;
import dev.lockstep.benchmarks.measure.BenchmarkOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the reports of {@code lockstep stress}; a script stands for it. */
class ManyProcessesTest {
    @TempDir private Path folder;

    @Test
    void reports_of_one_process_and_of_many_are_compared() throws Exception {
        Path launcher =
                launcher(
                        """
                        if [ "$3" = 1 ]; then rate=1000 p99=2.5 share=1; else rate=700 p99=10 share=0.9; fi
                        echo "{\\"perSecond\\":$rate,\\"p50Millis\\":1.5,\\"p99Millis\\":$p99,\\"slowestShare\\":$share}"
                        """);

        BenchmarkOutcome outcome = new ManyProcesses(launcher, 8, 4, 1, _ -> {}).measure(2);

        assertThat(outcome.scores().byName()).containsOnlyKeys("1 x 32 callers", "8 x 4 callers");
        assertThat(outcome.findings())
                .extracting(finding -> finding.figure().median())
                .containsExactly(0.7, 4.0, 0.9);
        assertThat(outcome.findings()).extracting(BenchmarkFinding::verdict).containsOnly("met");
    }

    @Test
    void a_run_that_lost_a_write_is_no_result() throws IOException {
        Path launcher = launcher("echo '{\"perSecond\":1}'; exit 1");

        assertThatThrownBy(() -> new ManyProcesses(launcher, 2, 1, 1, _ -> {}).measure(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("stress")
                .hasMessageEndingWith("ended with exit code 1");
    }

    private Path launcher(String script) throws IOException {
        Path file = folder.resolve("launcher");
        Files.writeString(file, "#!/bin/sh\n" + script);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
