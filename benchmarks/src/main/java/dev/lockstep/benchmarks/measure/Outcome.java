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
public record Outcome(String part, Scores scores, List<Finding> findings) {
    /** Creates the results of a part without contestants. */
    public Outcome(String part, List<Finding> findings) {
        this(part, new Scores(Map.of()), findings);
    }
}
