package dev.lockstep.benchmarks.measure;

/**
 * One line of the report.
 *
 * @param name what was measured
 * @param unit {@code x} for a ratio
 * @param figure the median of the rounds, with its range
 * @param goal what the median is to be
 */
public record Finding(String name, String unit, Range figure, Goal goal) {
    /** "met", "missed", or empty where no goal was set. */
    public String verdict() {
        return switch (goal) {
            case Goal.Told _ -> "";
            case Goal.AtLeast _, Goal.AtMost _ -> goal.met(figure.median()) ? "met" : "missed";
        };
    }
}
