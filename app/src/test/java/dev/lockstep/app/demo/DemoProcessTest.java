package dev.lockstep.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.app.Main;
import dev.lockstep.app.cli.CliFixture;
import dev.lockstep.app.config.value.JvmProgram;
import dev.lockstep.contracts.Eventually;
import dev.lockstep.domain.risk.venue.VenueRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
@Tag("slow")
class DemoProcessTest {
    private static final long DEADLINE_SECONDS = 180;
    private static final String AGREED =
            "{\"lost\":0,\"unreadable\":0,\"duplicated\":0,\"unknown\":0,\"differences\":[]}";
    private static final JvmProgram PROGRAM =
            JvmProgram.running(System.getProperties(), Main.class.getName());

    @TempDir private Path temp;

    @Test
    void the_demos_file_has_two_hundred_orders_that_no_rule_refuses() {
        DemoOrders orders = DemoOrders.read();
        assertThat(orders.size()).isGreaterThanOrEqualTo(200);
        assertThat(orders.take(orders.size()))
                .allSatisfy(terms -> assertThat(VenueRules.denials(terms)).isEmpty());
        assertThat(orders.take(orders.size() + 1).getLast()).isEqualTo(orders.take(1).getFirst());
    }

    @Test
    void the_demo_ends_with_zeros_and_answers_with_these_keys()
            throws IOException, InterruptedException {
        Path folder = temp.resolve("demo");
        Process demo = start(folder, "demo", "--json");
        JsonNode report = answer(demo);
        assertThat(report.properties().stream().map(Map.Entry::getKey))
                .containsExactly(
                        "submitted",
                        "filled",
                        "canceled",
                        "atBroker",
                        "inDatabase",
                        "lost",
                        "duplicated",
                        "lockErrors",
                        "retries",
                        "journalMode",
                        "ordersPerSecond",
                        "commits",
                        "elapsedMillis");
        assertThat(report.path("submitted").asInt()).isEqualTo(DemoOrders.read().size());
        assertThat(report.path("atBroker").asInt()).isEqualTo(report.path("submitted").asInt());
        assertThat(report.path("lost").asInt()).isZero();
        assertThat(report.path("duplicated").asInt()).isZero();
        assertThat(report.path("lockErrors").asInt()).isZero();
        assertThat(report.path("journalMode").asText()).isEqualTo("wal");
        assertThat(demo.exitValue()).isZero();
    }

    @Test
    void after_a_demo_positions_health_and_verify_agree_and_its_fees_are_listed()
            throws IOException, InterruptedException {
        CliFixture cli = new CliFixture(temp);
        Process demo = start(cli.data(), "demo", "--json");
        answer(demo);
        try {
            for (String command : List.of("positions", "health", "verify")) {
                CliFixture.Ran ran = cli.run(command);
                assertThat(ran.code()).as(command + ": " + ran.out() + ran.err()).isZero();
            }
            JsonNode fees = cli.run("adjustments", "list", "--kind", "fee", "--json").json();
            assertThat(fees.path("adjustments")).isNotEmpty();
            assertThat(cli.run("audit", "verify").code()).isZero();
        } finally {
            endSimulator(cli.data());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 400})
    void after_a_kill_of_all_processes_nothing_is_lost_and_nothing_doubled(int ordersAtTheKill)
            throws IOException, InterruptedException {
        CliFixture cli = new CliFixture(temp);
        Path folder = cli.data();
        Process demo = start(folder, "demo", "--orders", "2000");
        awaitLedgerLines(demo, folder, ordersAtTheKill);
        List<ProcessHandle> all =
                Stream.concat(Stream.of(demo.toHandle()), demo.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : all) {
            assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(DEADLINE_SECONDS));
        }
        assertThat(all).hasSizeGreaterThanOrEqualTo(4);
        try {
            // An intent whose process died before the send is sent, once, by a sync after the grace
            // period; verify waits for that period and sends nothing.
            Eventually.within(
                    Duration.ofSeconds(DEADLINE_SECONDS),
                    "both sides agree",
                    () -> {
                        cli.run("sync");
                        return cli.run("verify", "--json").out().strip().equals(AGREED);
                    });
            cli.assertEventsMakeTheOrders();
        } finally {
            endSimulator(folder);
        }
    }

    @Test
    void a_demo_that_is_killed_by_itself_tells_what_each_kill_left()
            throws IOException, InterruptedException {
        Process demo =
                start(temp.resolve("kills"), "demo", "--kill", "1", "--orders", "60", "--json");
        JsonNode kills = answer(demo).path("kills");
        assertThat(kills).hasSize(1);
        assertThat(kills.path(0).properties().stream().map(Map.Entry::getKey))
                .containsExactly(
                        "processes",
                        "atBroker",
                        "inDatabase",
                        "lost",
                        "duplicated",
                        "unknown",
                        "differences");
        for (String kind : List.of("lost", "duplicated", "unknown", "differences")) {
            assertThat(kills.path(0).path(kind).asInt(-1)).as(kind).isZero();
        }
        assertThat(demo.exitValue()).isZero();
    }

    /** The one that verify started in the place of the killed one. */
    private static void endSimulator(Path folder) throws IOException {
        Path endpoint = folder.resolve("exchange").resolve("endpoint.json");
        long pid = JsonMapper.builder().build().readTree(endpoint.toFile()).path("pid").asLong();
        Optional<ProcessHandle> simulator = ProcessHandle.of(pid);
        simulator.ifPresent(ProcessHandle::destroyForcibly);
        simulator.ifPresent(process ->
                assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(DEADLINE_SECONDS)));
    }

    private Process start(Path folder, String... arguments) throws IOException {
        List<String> all =
                Stream.concat(Stream.of(arguments), Stream.of("--data", folder.toString()))
                        .toList();
        return PROGRAM.process(all)
                .redirectOutput(temp.resolve("out").toFile())
                .redirectError(temp.resolve("err").toFile())
                .start();
    }

    private JsonNode answer(Process process) throws IOException, InterruptedException {
        assertThat(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return JsonMapper.builder().build().readTree(Files.readString(temp.resolve("out")));
    }

    /** The moment of the kill is told by what has happened, not by a clock. */
    private void awaitLedgerLines(Process demo, Path folder, int lines)
            throws IOException, InterruptedException {
        Path ledger = folder.resolve("exchange").resolve("ledger.jsonl");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        while (!Files.exists(ledger) || lines(ledger) < lines) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            assertThat(demo.waitFor(20, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    private static long lines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        }
    }
}
