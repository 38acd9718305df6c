package dev.lockstep.benchmarks.measure;

/**
 * One line of the report.
 *
 * @param name the name of the figure
 * @param unit {@code x} for a ratio
 * @param figure the median of the rounds, with its range
 * @param goal the goal of the median
 */
public record BenchmarkFinding(String name, String unit, Range figure, Goal goal) {
    /** Returns "met", "missed", or an empty text without a goal. */
    public String verdict() {
        return switch (goal) {
            case Goal.Told _ -> "";
            case Goal.AtLeast _, Goal.AtMost _ -> goal.met(figure.median()) ? "met" : "missed";
        };
    }
}
