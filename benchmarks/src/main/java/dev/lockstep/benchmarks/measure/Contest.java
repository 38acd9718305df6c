package dev.lockstep.benchmarks.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Comparison of contestants. In each round every contestant runs once, so that load on the machine
 * affects all of them, and ratios are paired within a round.
 *
 * <p>The first rounds are for warm-up and are not counted. Each round starts with another
 * contestant.
 */
public final class Contest {
    /** Number of warm-up rounds. */
    public static final int WARM_UP_ROUNDS = 2;

    private final List<Contestant> contestants;
    private final Consumer<String> progress;

    /**
     * Creates a contest.
     *
     * @param progress receives a line for each run
     */
    public Contest(List<Contestant> contestants, Consumer<String> progress) {
        this.contestants = List.copyOf(contestants);
        this.progress = progress;
    }

    /** Runs {@value #WARM_UP_ROUNDS} warm-up rounds and then the given number of rounds. */
    public Scores run(int rounds) throws Exception {
        Map<String, List<Score>> scores = new LinkedHashMap<>();
        contestants.forEach(contestant -> scores.put(contestant.name(), new ArrayList<>()));
        for (int round = 1 - WARM_UP_ROUNDS; round <= rounds; round++) {
            List<Contestant> order = new ArrayList<>(contestants);
            Collections.rotate(order, -round);
            for (Contestant contestant : order) {
                String name = contestant.name();
                Score score = contestant.run();
                progress.accept(
                        "round %d of %d  %-44s %,10.0f /s"
                                .formatted(round, rounds, name, score.perSecond()));
                if (round > 0) {
                    scores.computeIfAbsent(name, _ -> new ArrayList<>()).add(score);
                }
            }
        }
        return new Scores(scores);
    }
}
