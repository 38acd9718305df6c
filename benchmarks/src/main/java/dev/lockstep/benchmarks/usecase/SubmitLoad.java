package dev.lockstep.benchmarks.usecase;

import dev.lockstep.benchmarks.measure.BenchmarkFinding;
import dev.lockstep.benchmarks.measure.BenchmarkOutcome;
import dev.lockstep.benchmarks.measure.Contest;
import dev.lockstep.benchmarks.measure.Goal;
import dev.lockstep.benchmarks.measure.Part;
import dev.lockstep.benchmarks.measure.Range;
import dev.lockstep.benchmarks.measure.Score;
import dev.lockstep.benchmarks.measure.Scores;
import dev.lockstep.benchmarks.simulator.ServerProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Benchmark of a submission from the call to the durable answer, compared with bare POSTs of the
 * same orders to the same exchange, which has a process of its own.
 */
public final class SubmitLoad implements Part {
    private static final int HEAP_MEGABYTES = 1_024;
    private static final int MANY_CALLERS = 64;
    private static final Goal GOAL_OF_ONE = new Goal.AtLeast(0.6);
    private static final Goal GOAL_OF_MANY = new Goal.AtLeast(0.8);

    private final Path folder;
    private final int orders;
    private final Consumer<String> progress;

    /**
     * Creates the benchmark.
     *
     * @param folder an empty folder for the databases
     * @param orders number of orders submitted in a round by {@value #MANY_CALLERS} callers, and a
     *     quarter of it by one
     */
    public SubmitLoad(Path folder, int orders, Consumer<String> progress) {
        this.folder = folder;
        this.orders = orders;
        this.progress = progress;
    }

    @Override
    public BenchmarkOutcome measure(int rounds) throws Exception {
        Map<String, List<Score>> all = new LinkedHashMap<>();
        List<BenchmarkFinding> findings = new ArrayList<>();
        for (int callers : List.of(1, MANY_CALLERS)) {
            measure(rounds, callers, callers == 1 ? orders / 4 : orders, all, findings);
        }
        return new BenchmarkOutcome("submit", new Scores(all), findings);
    }

    private void measure(
            int rounds,
            int callers,
            int count,
            Map<String, List<Score>> all,
            List<BenchmarkFinding> findings)
            throws Exception {
        String through = "submissions, " + callers + " callers";
        String bare = "bare POSTs, " + callers + " callers";
        try (ServerProcess exchange = new ServerProcess(HEAP_MEGABYTES);
                TradingAccount account =
                        new TradingAccount(
                                folder.resolve("callers-" + callers + ".db"), exchange.server());
                BarePosts posts = BarePosts.resting(bare, exchange.server(), callers, count)) {
            Submissions submissions = new Submissions(through, account, callers, count);
            Scores scores = new Contest(List.of(submissions, posts), progress).run(rounds);
            all.putAll(scores.byName());
            findings.add(scores.speed(through, bare, callers == 1 ? GOAL_OF_ONE : GOAL_OF_MANY));
            findings.add(
                    new BenchmarkFinding(
                            "allocated for a submission, " + callers + " callers",
                            "B",
                            Range.of(submissions.bytesPerOrder(rounds)),
                            new Goal.Told()));
        }
    }
}
