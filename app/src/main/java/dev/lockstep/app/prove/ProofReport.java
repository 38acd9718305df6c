package dev.lockstep.app.prove;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulation.Simulation.Outcome;
import dev.lockstep.simulation.check.Invariant;
import dev.lockstep.simulation.check.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * The result of many seeds.
 *
 * @param at when they started
 * @param took the duration
 * @param commit the commit of the program, empty if unknown
 * @param firstSeed the first seed
 * @param seeds the number of seeds
 * @param failures the seeds that broke an invariant, minimized
 */
public record ProofReport(
        Instant at,
        Duration took,
        String commit,
        long firstSeed,
        int seeds,
        List<Outcome> failures) {
    private static final int MOST_VIOLATIONS = 20;

    public ProofReport {
        failures = List.copyOf(failures);
    }

    /** Returns the JSON, with every checked invariant. */
    public ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("at", at.toString());
        node.put("seconds", took.toSeconds());
        node.put("commit", commit);
        node.put("firstSeed", firstSeed);
        node.put("seeds", seeds);
        node.put("failed", failures.size());
        ObjectNode invariants = node.putObject("invariants");
        Arrays.stream(Invariant.values())
                .forEach(each -> invariants.put(each.word(), each.sentence()));
        ArrayNode failed = node.putArray("failures");
        failures.forEach(outcome -> failed.add(failure(outcome)));
        return node;
    }

    private static ObjectNode failure(Outcome outcome) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("seed", outcome.scenario().seed());
        node.put("replay", outcome.scenario().replayCommand());
        ArrayNode violations = node.putArray("violations");
        for (Violation violation : outcome.violations().stream().limit(MOST_VIOLATIONS).toList()) {
            violations
                    .addObject()
                    .put("invariant", violation.invariant().word())
                    .put("text", violation.text());
        }
        return node;
    }
}
