package dev.lockstep.benchmarks.measure;

import java.util.List;
import java.util.Map;

/**
 * Results of one part of the program.
 *
 * @param part the name of the part
 * @param scores the scores of each contestant, empty if there were none
 * @param findings the ratios
 */
public record BenchmarkOutcome(String part, Scores scores, List<BenchmarkFinding> findings) {
    /** Creates the results of a part without contestants. */
    public BenchmarkOutcome(String part, List<BenchmarkFinding> findings) {
        this(part, new Scores(Map.of()), findings);
    }
}
