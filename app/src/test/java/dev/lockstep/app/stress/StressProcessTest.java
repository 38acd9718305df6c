package dev.lockstep.app.stress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.app.Main;
import dev.lockstep.app.cli.CliFixture;
import dev.lockstep.app.config.value.JvmProgram;
import dev.lockstep.contracts.Eventually;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The command with its real processes. */
@Execution(ExecutionMode.CONCURRENT)
@Tag("slow")
class StressProcessTest {
    private static final Duration BOUND = Duration.ofMinutes(3);
    private static final JvmProgram PROGRAM =
            JvmProgram.running(System.getProperties(), Main.class.getName());

    @TempDir private Path temp;

    @Test
    void several_processes_lose_nothing_and_the_answer_has_these_keys()
            throws IOException, InterruptedException {
        Process stress = start("--processes", "2", "--threads", "3", "--for", "1s", "--json");
        assertThat(stress.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();
        JsonNode report = JsonMapper.builder().build().readTree(out());
        assertThat(report.properties().stream().map(Map.Entry::getKey))
                .containsExactly(
                        "writes",
                        "perSecond",
                        "p50Millis",
                        "p99Millis",
                        "lockErrors",
                        "lostUpdates",
                        "retries",
                        "slowestShare");
        assertThat(report.path("writes").asLong()).isPositive();
        assertThat(report.path("lockErrors").asLong()).isZero();
        assertThat(report.path("lostUpdates").asLong()).isZero();
        assertThat(stress.exitValue()).as(err().toString()).isZero();
        new CliFixture(temp).assertEventsMakeTheOrders();
    }

    @Test
    void a_second_run_on_the_same_folder_keeps_the_promise_too()
            throws IOException, InterruptedException {
        for (int run = 0; run < 2; run++) {
            Process stress = start("--processes", "1", "--threads", "2", "--for", "1s");
            assertThat(stress.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(stress.exitValue()).as(Files.readString(err().toPath())).isZero();
        }
    }

    @Test
    void a_process_that_is_killed_is_told_and_nothing_hangs_or_is_lost()
            throws IOException, InterruptedException {
        Process stress = start("--processes", "2", "--threads", "2", "--for", "3s");
        awaitReceipts(1);
        awaitReceipts(2);
        stress.children().findFirst().orElseThrow().destroyForcibly();
        assertThat(stress.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(stress.exitValue()).isEqualTo(1);
        assertThat(Files.readString(err().toPath())).contains("ended with code 137");
        assertThat(Files.readString(out().toPath()))
                .containsPattern("lost updates +0")
                .containsPattern("integrity check +ok");
        new CliFixture(temp).assertEventsMakeTheOrders();
    }

    @Test
    void a_run_that_is_asked_to_end_ends_its_processes() throws IOException, InterruptedException {
        Process stress = start("--processes", "2", "--threads", "2", "--for", "600s");
        awaitReceipts(1);
        awaitReceipts(2);
        List<ProcessHandle> children = stress.children().toList();
        assertThat(children).hasSize(2);
        stress.destroy();
        assertThat(stress.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(out()).isEmpty();
        for (ProcessHandle child : children) {
            assertThat(child.onExit()).succeedsWithin(BOUND);
        }
    }

    private Process start(String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("stress"));
        all.addAll(List.of(options));
        all.addAll(List.of("--data", temp.resolve("data").toString()));
        return PROGRAM.process(all).redirectOutput(out()).redirectError(err()).start();
    }

    private File out() {
        return temp.resolve("out").toFile();
    }

    private File err() {
        return temp.resolve("err").toFile();
    }

    /** The moment is told by what has happened, not by a clock. */
    private void awaitReceipts(int process) {
        File receipts = temp.resolve("data").resolve("receipts-" + process).toFile();
        Eventually.within(BOUND, "writes of process " + process, () -> receipts.length() > 0);
    }
}
