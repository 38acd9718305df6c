package dev.lockstep.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulation.Simulation.Outcome;
import dev.lockstep.simulation.scenario.ActorKind;
import dev.lockstep.simulation.scenario.Scenario;
import dev.lockstep.simulation.scenario.ScenarioFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * The invariants hold on every seed: on 100, and on as many more as fit into a minute. {@code
 * -Dsimulation.seeds=N} plays as many as wanted; {@code ./lockstep prove} does so outside the
 * build.
 */
@Tag("slow")
class PlatformSimulationTest {
    private static final ThreadFactory THREADS = Thread.ofVirtual().factory();

    private static final int LEAST_SEEDS = 100;
    private static final int SEEDS_AT_ONCE = 25;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void every_invariant_holds_on_every_seed(TestReporter report) throws InterruptedException {
        long requested = Long.getLong("simulation.seeds", 0);
        long began = System.nanoTime();
        List<Outcome> failed = new ArrayList<>();
        long played = 0;

        while (played < requested || (requested == 0 && goesOn(played, began))) {
            long next = requested == 0 ? played + SEEDS_AT_ONCE : requested;
            failed.addAll(prove(played, next));
            played = next;
        }

        report.publishEntry("seeds", String.valueOf(played));
        assertThat(failed.stream().flatMap(PlatformSimulationTest::lines)).isEmpty();
    }

    private static boolean goesOn(long played, long began) {
        return played < LEAST_SEEDS || System.nanoTime() - began < MINUTE.toNanos();
    }

    private static List<Outcome> prove(long from, long to) throws InterruptedException {
        List<Scenario> scenarios = LongStream.range(from, to).mapToObj(Scenario::of).toList();
        return new Prover(THREADS, Runtime.getRuntime().availableProcessors())
                .prove(scenarios, _ -> {});
    }

    @Test
    void a_scenario_plays_the_same_way_again() {
        Simulation simulation = new Simulation(THREADS);

        Outcome first = simulation.play(Scenario.of(7));
        Outcome second = simulation.play(Scenario.of(7));

        assertThat(second.trace()).isEqualTo(first.trace());
        assertThat(second.violations()).isEqualTo(first.violations());
    }

    @Test
    void a_bot_trades_through_the_gateway_and_its_repeated_orders_are_refused() {
        Scenario scenario =
                new Scenario(
                        3,
                        EnumSet.of(ActorKind.BOT),
                        EnumSet.noneOf(ScenarioFault.class),
                        Duration.ofMinutes(3));

        Outcome outcome = new Simulation(THREADS).play(scenario);

        assertThat(outcome.violations()).isEmpty();
        assertThat(outcome.trace())
                .anyMatch(line -> line.contains("bot submits") && line.endsWith("200"))
                .anyMatch(line -> line.contains("bot submits") && line.endsWith("422"));
    }

    private static Stream<String> lines(Outcome outcome) {
        return outcome.violations().stream()
                .map(violation -> violation + "\n    " + outcome.scenario().replayCommand());
    }
}
