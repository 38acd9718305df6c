package dev.lockstep.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.contracts.Eventually;
import dev.lockstep.simulator.LedgerOrder;
import dev.lockstep.simulator.Simulator;
import dev.lockstep.simulator.SimulatorConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Real processes that die at a point which the exchange tells: it holds a request up before or
 * after it carries it out, and carries it out although nobody waits for the answer any more.
 */
@Execution(ExecutionMode.CONCURRENT)
@Tag("slow")
class KilledAtAPointTest {
    private static final Duration BOUND = Duration.ofMinutes(3);

    /** Longer than a kill takes, and shorter than the client waits for an answer. */
    private static final int HOLD_MILLIS = 4_500;

    private static final int KILLED_BY_SIGNAL_9 = 137;

    private static final String ONE_OF = " --side buy --qty 1 --symbol ";
    private static final String LIMIT_2 = " --limit-price 2";

    @TempDir private Path home;

    @Test
    void processes_that_are_killed_at_named_points_lose_nothing_and_double_nothing()
            throws Exception {
        CliFixture cli = new CliFixture(home);
        SimulatorConfig config =
                SimulatorConfig.defaults()
                        .withStateDir(cli.data().resolve("exchange"))
                        .withRequestsPerMinute(0);
        try (Simulator simulator = Simulator.start(config)) {
            String url = simulator.uri().toString();
            submitted(cli, "order submit --symbol F --side buy --qty 3");
            String canceled =
                    submitted(cli, "order submit --symbol KO --side buy --qty 1 --limit-price 1");
            String replaced =
                    submitted(cli, "order submit --symbol T --side buy --qty 1 --limit-price 1");

            // Sent and not taken yet: it lands when its sender is dead.
            kill(cli, url, new Point("POST /v2/orders", "latency", "order submit" + ONE_OF + "A"));
            // Taken and not answered, on its way, or while half of what it asks is known.
            kill(
                    cli,
                    url,
                    new Point("POST /v2/orders", "latency_after", "order submit" + ONE_OF + "B"),
                    new Point("DELETE /v2/orders/*", "latency_after", "order cancel " + canceled),
                    new Point(
                            "PATCH /v2/orders/*", "latency", "order replace " + replaced + LIMIT_2),
                    new Point("GET /v2/orders", "latency", "sync"),
                    new Point("GET /v2/positions", "latency", "close F"));

            CliFixture.Ran verified = cli.run("verify", "--json");
            assertThat(verified.out().strip())
                    .as(verified.err())
                    .isEqualTo(
                            "{\"lost\":0,\"unreadable\":0,\"duplicated\":0,\"unknown\":0,\"differences\":[]}");
            cli.assertEventsMakeTheOrders();
            assertThat(simulator.orders())
                    .extracting(LedgerOrder::symbol)
                    .containsExactlyInAnyOrder("F", "KO", "T", "A", "B", "T");
        }
    }

    private static String submitted(CliFixture cli, String command) {
        CliFixture.Ran ran = cli.run((command + " --json").split(" ", -1));
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran.json().path("order").path("id").asText();
    }

    /** Starts a process for each point, and kills each once it has come to its own. */
    private void kill(CliFixture cli, String url, Point... points)
            throws IOException, InterruptedException {
        Path plan = home.resolve("plan.json");
        Files.writeString(
                plan,
                Stream.of(points)
                        .map(Point::rule)
                        .collect(Collectors.joining(",", "{\"rules\":[", "]}")));
        assertThat(cli.run("simulator", "faults", plan.toString(), "--url", url).code()).isZero();
        List<Process> processes = new ArrayList<>();
        for (Point point : points) {
            processes.add(process(cli, point.command()));
        }
        Eventually.within(
                BOUND,
                "the points " + List.of(points),
                () -> {
                    killWhoIsThere(cli, url, processes);
                    return processes.stream().noneMatch(Process::isAlive);
                });
        for (int number = 0; number < points.length; number++) {
            assertThat(processes.get(number).waitFor())
                    .as(points[number].toString())
                    .isEqualTo(KILLED_BY_SIGNAL_9);
        }
    }

    /** The first rule tells that the first process is at its point, and so on. */
    private static void killWhoIsThere(CliFixture cli, String url, List<Process> processes) {
        JsonNode rules =
                cli.run("simulator", "faults", "--json", "--url", url).json().path("rules");
        for (int rule = 0; rule < processes.size(); rule++) {
            if (rules.path(rule).path("struck").asInt() > 0) {
                processes.get(rule).destroyForcibly();
            }
        }
    }

    private Process process(CliFixture cli, String command) throws IOException {
        String name = command.replace(' ', '-');
        return cli.process(command.split(" ", -1))
                .redirectOutput(home.resolve(name + ".out").toFile())
                .redirectError(home.resolve(name + ".err").toFile())
                .start();
    }

    /** Where a process is to die: while this request of its command is held up. */
    private record Point(String request, String fault, String command) {
        String rule() {
            return "{\"target\":\"%s\",\"fault\":\"%s\",\"millis\":%d,\"nth\":1}"
                    .formatted(request, fault, HOLD_MILLIS);
        }
    }
}
