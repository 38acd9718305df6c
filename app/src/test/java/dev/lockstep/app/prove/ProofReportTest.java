package dev.lockstep.app.prove;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.simulation.Simulation.Outcome;
import dev.lockstep.simulation.check.Invariant;
import dev.lockstep.simulation.check.Violation;
import dev.lockstep.simulation.scenario.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProofReportTest {
    @Test
    void the_json_has_every_invariant_and_the_failed_seeds() {
        Invariant invariant = Invariant.ONE_ORDER_PER_INTENT;
        Scenario scenario = Scenario.of(3);
        ProofReport report =
                new ProofReport(
                        Instant.parse("2026-01-02T03:04:05Z"),
                        Duration.ofSeconds(7),
                        "0123",
                        0,
                        5,
                        List.of(
                                new Outcome(
                                        scenario,
                                        List.of(new Violation(invariant, "too much")),
                                        List.of())));

        ObjectNode json = BodyTree.of(ProofBody.of(report));

        assertThat(json.path("invariants")).hasSameSizeAs(Invariant.values());
        assertThat(json.path("invariants").path(invariant.word()).asText())
                .isEqualTo(invariant.sentence());
        assertThat(json.putNull("invariants"))
                .hasToString(
                        """
                        {"at":"2026-01-02T03:04:05Z","elapsedMillis":7000,"commit":"0123","firstSeed":0,\
                        "seeds":5,"failed":1,"invariants":null,"failures":[{"seed":3,"replay":"%s",\
                        "violations":[{"invariant":"%s","text":"too much"}]}]}\
                        """
                                .formatted(scenario.replayCommand(), invariant.word()));
    }
}
