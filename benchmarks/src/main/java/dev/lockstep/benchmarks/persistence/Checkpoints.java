package dev.lockstep.benchmarks.persistence;

import dev.lockstep.benchmarks.measure.BenchmarkFinding;
import dev.lockstep.benchmarks.measure.BenchmarkOutcome;
import dev.lockstep.benchmarks.measure.Contest;
import dev.lockstep.benchmarks.measure.Goal;
import dev.lockstep.benchmarks.measure.Part;
import dev.lockstep.benchmarks.measure.Score;
import dev.lockstep.benchmarks.measure.Scores;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Benchmark of checkpoints on their own thread against SQLite's automatic checkpoints, which block
 * the writer.
 */
public final class Checkpoints implements Part {
    private static final String OWN_THREAD = "64 callers, checkpoint on its own thread";
    private static final String ON_WRITER = "64 callers, auto-checkpoint on the writer";
    private static final String NONE = "64 callers, no checkpoint";
    private static final int SQLITES_PAGES = 1_000;
    private static final Goal TOLD = new Goal.Told();

    private final Path folder;
    private final Load load;
    private final Consumer<String> progress;

    /** Creates the benchmark; see {@link Writes} for the parameters. */
    public Checkpoints(Path folder, int orders, int updates, Consumer<String> progress) {
        this.folder = folder;
        this.load = new Load(orders, updates);
        this.progress = progress;
    }

    @Override
    public BenchmarkOutcome measure(int rounds) throws Exception {
        SqliteLedger ledger = SqliteLedger.made(folder, load);
        Scores scores =
                new Contest(
                                List.of(
                                        new BareWriter(OWN_THREAD, ledger, 0, true),
                                        new BareWriter(ON_WRITER, ledger, SQLITES_PAGES, false),
                                        new BareWriter(NONE, ledger, 0, false)),
                                progress)
                        .run(rounds);
        return new BenchmarkOutcome("checkpoints", scores, findings(scores));
    }

    private static List<BenchmarkFinding> findings(Scores scores) {
        return List.of(
                scores.speed(OWN_THREAD, ON_WRITER, TOLD),
                scores.ratio(
                        OWN_THREAD + " ÷ on the writer, p99",
                        OWN_THREAD,
                        ON_WRITER,
                        Score::p99Nanos,
                        TOLD),
                scores.speed(OWN_THREAD, NONE, TOLD));
    }
}
