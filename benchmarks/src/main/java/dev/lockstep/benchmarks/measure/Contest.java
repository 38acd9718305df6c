package dev.lockstep.benchmarks.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Contestants side by side: in each round every one of them runs once, so that what the machine
 * does meanwhile meets all of them, and ratios are paired within a round.
 *
 * <p>The first rounds warm up and do not count. Each round begins with another contestant.
 */
public final class Contest {
    /** How many rounds run before those that count. */
    public static final int WARM_UP_ROUNDS = 2;

    private final List<Contestant> contestants;
    private final Consumer<String> progress;

    /**
     * Names who takes part.
     *
     * @param progress is told what runs
     */
    public Contest(List<Contestant> contestants, Consumer<String> progress) {
        this.contestants = List.copyOf(contestants);
        this.progress = progress;
    }

    /** Runs the rounds, and {@value #WARM_UP_ROUNDS} more before them. */
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
