package dev.lockstep.app.prove;

import dev.lockstep.simulation.Simulation.Outcome;
import java.time.Duration;
import java.time.Instant;
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
    public ProofReport {
        failures = List.copyOf(failures);
    }
}
