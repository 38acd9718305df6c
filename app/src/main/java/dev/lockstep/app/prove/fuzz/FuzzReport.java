package dev.lockstep.app.prove.fuzz;

import java.time.Duration;
import java.time.Instant;

/**
 * The result of a run with its circumstances.
 *
 * @param at when it started
 * @param took the duration
 * @param commit the commit of the program, empty if unknown
 * @param seed of all inputs
 * @param result counts and findings
 */
public record FuzzReport(
        Instant at, Duration took, String commit, long seed, FuzzRun.Result result) {
    /** Returns the inputs per second. */
    public long perSecond() {
        return result.inputs() * 1_000 / Math.max(1, took.toMillis());
    }
}
