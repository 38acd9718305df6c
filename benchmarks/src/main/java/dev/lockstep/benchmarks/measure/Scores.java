package dev.lockstep.benchmarks.measure;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Scores of all contestants in all rounds.
 *
 * @param byName the scores by contestant, one for each round
 */
public record Scores(Map<String, List<Score>> byName) {
    /** Returns the ratio of the speeds of two contestants, paired by round. */
    public BenchmarkFinding speed(String over, String under, Goal goal) {
        return ratio(over + " ÷ " + under, over, under, Score::perSecond, goal);
    }

    /** Returns the ratio of any value of two contestants' scores, paired by round. */
    public BenchmarkFinding ratio(
            String name, String over, String under, ToDoubleFunction<Score> of, Goal goal) {
        List<Score> upper = of(over);
        List<Score> lower = of(under);
        return new BenchmarkFinding(
                name,
                "x",
                Range.of(
                        IntStream.range(0, upper.size())
                                .mapToDouble(round ->
                                        of.applyAsDouble(upper.get(round))
                                                / of.applyAsDouble(lower.get(round)))
                                .toArray()),
                goal);
    }

    /** Returns the range of any value of a contestant's scores. */
    public Range range(String name, ToDoubleFunction<Score> of) {
        return Range.of(of(name).stream().mapToDouble(of).toArray());
    }

    private List<Score> of(String name) {
        List<Score> scores = byName.get(name);
        if (scores == null) {
            throw new IllegalArgumentException(name + " did not take part");
        }
        return scores;
    }
}
