package dev.lockstep.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulation.Simulation.Outcome;
import dev.lockstep.simulation.check.Invariant;
import dev.lockstep.simulation.check.Violation;
import dev.lockstep.simulation.scenario.Scenario;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ProverTest {
    private static final List<Scenario> SCENARIOS =
            LongStream.range(0, 100).mapToObj(Scenario::of).toList();
    private final Set<Long> played = new ConcurrentSkipListSet<>();

    @Test
    void the_first_failure_ends_the_search() throws InterruptedException {
        assertThat(prover(Set.of(7L, 50L)).firstFailure(SCENARIOS, _ -> {}))
                .map(failed -> failed.scenario().seed())
                .contains(7L);
        assertThat(played).contains(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L).hasSizeLessThan(50);
    }

    @Test
    void without_a_failure_all_are_played() throws InterruptedException {
        assertThat(prover(Set.of()).firstFailure(SCENARIOS, _ -> {})).isEmpty();
        assertThat(played).hasSize(SCENARIOS.size());
    }

    @Test
    void a_failure_does_not_end_a_proof() throws InterruptedException {
        assertThat(prover(Set.of(7L, 50L)).prove(SCENARIOS, _ -> {}))
                .extracting(failed -> failed.scenario().seed())
                .containsExactly(7L, 50L);
        assertThat(played).hasSize(SCENARIOS.size());
    }

    /** Plays on one core, so that nothing is played while the first failure is noticed. */
    private Prover prover(Set<Long> failing) {
        return new Prover(
                Thread.ofVirtual().factory(),
                1,
                scenario -> {
                    played.add(scenario.seed());
                    return new Outcome(
                            scenario,
                            failing.contains(scenario.seed())
                                    ? List.of(new Violation(Invariant.CASH_AGREES, "a test"))
                                    : List.of(),
                            List.of());
                });
    }
}
