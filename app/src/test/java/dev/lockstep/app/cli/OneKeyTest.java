package dev.lockstep.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.simulator.Simulator;
import dev.lockstep.simulator.SimulatorConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Everybody wants the same order at once. */
@Execution(ExecutionMode.CONCURRENT)
@Tag("slow")
class OneKeyTest {
    private static final int THREADS = 20;
    private static final long BOUND_SECONDS = 180;
    private static final String[] WISH =
            "order submit --symbol F --side buy --qty 1 --key once --json".split(" ", -1);

    @TempDir private Path home;

    @Test
    void one_key_from_twenty_threads_and_two_processes_at_once_is_one_order() throws Exception {
        CliFixture cli = new CliFixture(home);
        SimulatorConfig config =
                SimulatorConfig.defaults()
                        .withStateDir(cli.data().resolve("exchange"))
                        .withRequestsPerMinute(0);
        try (Simulator simulator = Simulator.start(config);
                ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Process> processes = List.of(process(cli, 0), process(cli, 1));
            Callable<JsonNode> click = () -> cli.run(WISH).json();
            List<JsonNode> answers = new ArrayList<>();
            for (Future<JsonNode> clicked :
                    threads.invokeAll(Collections.nCopies(THREADS, click))) {
                answers.add(clicked.get());
            }
            for (int number = 0; number < processes.size(); number++) {
                assertThat(processes.get(number).waitFor(BOUND_SECONDS, TimeUnit.SECONDS)).isTrue();
                answers.add(JsonMapper.builder().build().readTree(Files.readString(out(number))));
            }

            assertThat(answers)
                    .hasSize(THREADS + processes.size())
                    .extracting(answer -> answer.path("order").path("id").asText())
                    .containsOnly(answers.getFirst().path("order").path("id").asText());
            assertThat(answers)
                    .filteredOn(answer -> answer.path("result").asText().equals("submitted"))
                    .hasSize(1);
            assertThat(simulator.orders()).hasSize(1);
        }
    }

    private Process process(CliFixture cli, int number) throws IOException {
        return cli.process(WISH)
                .redirectOutput(out(number).toFile())
                .redirectError(home.resolve("err" + number).toFile())
                .start();
    }

    private Path out(int number) {
        return home.resolve("out" + number);
    }
}
