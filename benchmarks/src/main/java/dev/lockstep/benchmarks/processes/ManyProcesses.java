package dev.lockstep.benchmarks.processes;

import dev.lockstep.benchmarks.measure.BenchmarkFinding;
import dev.lockstep.benchmarks.measure.BenchmarkOutcome;
import dev.lockstep.benchmarks.measure.Contest;
import dev.lockstep.benchmarks.measure.Goal;
import dev.lockstep.benchmarks.measure.Part;
import dev.lockstep.benchmarks.measure.Range;
import dev.lockstep.benchmarks.measure.Score;
import dev.lockstep.benchmarks.measure.Scores;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Benchmark of several processes that write to one database, compared with one process that has as
 * many callers.
 */
public final class ManyProcesses implements Part {
    private static final Goal MOST_OF_THE_SPEED = new Goal.AtLeast(0.6);
    private static final Goal SOME_TIMES_THE_LATENCY = new Goal.AtMost(5);
    private static final Goal FAIR = new Goal.AtLeast(0.8);

    private final Path launcher;
    private final int processes;
    private final int callers;
    private final int seconds;
    private final Consumer<String> progress;

    /**
     * Creates the benchmark.
     *
     * @param launcher the script that starts Lockstep
     * @param processes number of processes
     * @param callers number of callers in each of them
     * @param seconds for how long each contestant writes in a round
     */
    public ManyProcesses(
            Path launcher, int processes, int callers, int seconds, Consumer<String> progress) {
        this.launcher = launcher.toAbsolutePath();
        this.processes = processes;
        this.callers = callers;
        this.seconds = seconds;
        this.progress = progress;
    }

    @Override
    public BenchmarkOutcome measure(int rounds) throws Exception {
        StressRun one = new StressRun(launcher, 1, processes * callers, seconds);
        StressRun many = new StressRun(launcher, processes, callers, seconds);
        Scores scores = new Contest(List.of(one, many), progress).run(rounds);
        return new BenchmarkOutcome(
                "processes",
                scores,
                List.of(
                        scores.speed(many.name(), one.name(), MOST_OF_THE_SPEED),
                        scores.ratio(
                                many.name() + " ÷ " + one.name() + ", p99",
                                many.name(),
                                one.name(),
                                Score::p99Nanos,
                                SOME_TIMES_THE_LATENCY),
                        new BenchmarkFinding(
                                many.name() + ", slowest process ÷ mean",
                                "x",
                                Range.of(many.slowestShares(rounds)),
                                FAIR)));
    }
}
