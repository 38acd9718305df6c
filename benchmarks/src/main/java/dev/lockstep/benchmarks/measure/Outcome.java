package dev.lockstep.benchmarks.measure;

import java.util.List;
import java.util.Map;

/**
 * What one part of the program found.
 *
 * @param part the part
 * @param scores what each contestant reached, empty where there were none
 * @param findings the ratios
 */
public record Outcome(String part, Scores scores, List<Finding> findings) {
    /** A part without contestants. */
    public Outcome(String part, List<Finding> findings) {
        this(part, new Scores(Map.of()), findings);
    }
}
