package dev.lockstep.benchmarks.measure;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What every contestant reached in every round.
 *
 * @param byName the scores of each contestant, one a round
 */
public record Scores(Map<String, List<Score>> byName) {
    /** How many times as many units a second one did as another, round by round. */
    public Finding speed(String over, String under, Goal goal) {
        return ratio(over + " ÷ " + under, over, under, Score::perSecond, goal);
    }

    /** The ratio of two contestants in anything that a score tells, round by round. */
    public Finding ratio(
            String name, String over, String under, ToDoubleFunction<Score> of, Goal goal) {
        List<Score> upper = of(over);
        List<Score> lower = of(under);
        return new Finding(
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

    /** The range of one contestant's scores in anything that a score tells. */
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
