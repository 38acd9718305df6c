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
 * What many seeds have proven.
 *
 * @param at when they began
 * @param took how long they took
 * @param commit what the program was built from, empty where that is not known
 * @param firstSeed the first seed
 * @param seeds how many
 * @param failures those that broke an invariant, as small as they could be made
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

    /** As JSON, with every invariant that was checked. */
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
