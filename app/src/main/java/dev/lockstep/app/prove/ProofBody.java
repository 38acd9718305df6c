package dev.lockstep.app.prove;

import dev.lockstep.simulation.Simulation.Outcome;
import dev.lockstep.simulation.check.Invariant;
import dev.lockstep.simulation.check.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of many seeds in JSON.
 *
 * @param at when they started
 * @param elapsedMillis the duration in milliseconds
 * @param commit the commit of the program, empty if unknown
 * @param firstSeed the first seed
 * @param seeds the number of seeds
 * @param failed the number of those that broke an invariant
 * @param invariants every checked invariant, by name
 * @param failures the seeds that broke an invariant
 */
public record ProofBody(
        String at,
        long elapsedMillis,
        String commit,
        long firstSeed,
        int seeds,
        int failed,
        Map<String, String> invariants,
        List<FailedSeedBody> failures) {
    private static final int MOST_VIOLATIONS = 20;

    /** Returns the fields of a report. */
    public static ProofBody of(ProofReport report) {
        Map<String, String> invariants = new LinkedHashMap<>();
        for (Invariant each : Invariant.values()) {
            invariants.put(each.word(), each.sentence());
        }
        return new ProofBody(
                report.at().toString(),
                report.took().toMillis(),
                report.commit(),
                report.firstSeed(),
                report.seeds(),
                report.failures().size(),
                invariants,
                report.failures().stream().map(FailedSeedBody::of).toList());
    }

    /**
     * A seed that broke an invariant.
     *
     * @param seed the seed
     * @param replay the command that plays it again
     * @param violations the first violations
     */
    public record FailedSeedBody(long seed, String replay, List<ViolationBody> violations) {
        private static FailedSeedBody of(Outcome outcome) {
            return new FailedSeedBody(
                    outcome.scenario().seed(),
                    outcome.scenario().replayCommand(),
                    outcome.violations().stream()
                            .limit(MOST_VIOLATIONS)
                            .map(ViolationBody::of)
                            .toList());
        }
    }

    /**
     * One violation.
     *
     * @param invariant the broken invariant
     * @param text what broke it
     */
    public record ViolationBody(String invariant, String text) {
        private static ViolationBody of(Violation violation) {
            return new ViolationBody(violation.invariant().word(), violation.text());
        }
    }
}
