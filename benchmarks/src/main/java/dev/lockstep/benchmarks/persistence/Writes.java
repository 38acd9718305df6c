package dev.lockstep.benchmarks.persistence;

import dev.lockstep.benchmarks.measure.BenchmarkFinding;
import dev.lockstep.benchmarks.measure.BenchmarkOutcome;
import dev.lockstep.benchmarks.measure.Contest;
import dev.lockstep.benchmarks.measure.Contestant;
import dev.lockstep.benchmarks.measure.Goal;
import dev.lockstep.benchmarks.measure.Part;
import dev.lockstep.benchmarks.measure.Score;
import dev.lockstep.benchmarks.measure.Scores;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/**
 * Benchmark of order updates: group commit, batches and a single caller against their baselines.
 */
public final class Writes implements Part {
    private static final String FULL_ONE = "plain FULL, 1 a transaction";
    private static final String FULL_64 = "plain FULL, 64 a transaction";
    private static final String FULL_256 = "plain FULL, 256 a transaction";
    private static final String FULL_1000 = "plain FULL, 1000 a transaction";
    private static final String NORMAL_ONE = "plain NORMAL, 1 a transaction";
    private static final String ONE_LOCK = "one lock NORMAL, 64 callers";
    private static final String ALONE = "Lockstep FULL, 1 caller";
    private static final String CALLERS_64 = "Lockstep FULL, 64 callers";
    private static final String CALLERS_256 = "Lockstep FULL, 256 callers";
    private static final String VIRTUAL_64 = "Lockstep FULL, 64 virtual callers";
    private static final String VIRTUAL_256 = "Lockstep FULL, 256 virtual callers";
    private static final String BATCH_1000 = "Lockstep FULL, updateAll of 1000";
    private static final Goal TOLD = new Goal.Told();

    private final Path folder;
    private final Load load;
    private final Consumer<String> progress;

    /**
     * Creates the benchmark.
     *
     * @param folder an empty folder on the disk to measure
     * @param orders number of orders
     * @param updates number of updates by each contestant in a round
     */
    public Writes(Path folder, int orders, int updates, Consumer<String> progress) {
        this.folder = folder;
        this.load = new Load(orders, updates);
        this.progress = progress;
    }

    @Override
    public BenchmarkOutcome measure(int rounds) throws Exception {
        SqliteLedger ledger = SqliteLedger.made(folder, load);
        Scores scores = new Contest(contestants(ledger), progress).run(rounds);
        return new BenchmarkOutcome("writes", scores, findings(scores));
    }

    private static List<Contestant> contestants(SqliteLedger ledger) {
        ThreadFactory platform = Thread.ofPlatform().factory();
        ThreadFactory virtual = Thread.ofVirtual().factory();
        return List.of(
                new PlainBatches(FULL_ONE, ledger, "FULL", 1),
                new PlainBatches(FULL_64, ledger, "FULL", 64),
                new StoreCallers(CALLERS_64, ledger, 64, platform),
                new StoreCallers(VIRTUAL_64, ledger, 64, virtual),
                new PlainBatches(NORMAL_ONE, ledger, "NORMAL", 1),
                new PlainBatches(FULL_256, ledger, "FULL", 256),
                new StoreCallers(CALLERS_256, ledger, 256, platform),
                new StoreCallers(VIRTUAL_256, ledger, 256, virtual),
                new OneLock(ONE_LOCK, ledger, 64),
                new PlainBatches(FULL_1000, ledger, "FULL", 1_000),
                new StoreBatches(BATCH_1000, ledger, 1_000),
                new StoreCallers(ALONE, ledger, 1, platform));
    }

    private static List<BenchmarkFinding> findings(Scores scores) {
        return List.of(
                scores.speed(CALLERS_64, FULL_ONE, new Goal.AtLeast(2.5)),
                scores.speed(CALLERS_64, FULL_64, new Goal.AtLeast(0.95)),
                scores.speed(CALLERS_64, NORMAL_ONE, new Goal.AtLeast(1)),
                scores.speed(CALLERS_256, FULL_ONE, new Goal.AtLeast(3)),
                scores.speed(BATCH_1000, FULL_1000, new Goal.AtLeast(0.95)),
                scores.speed(ALONE, FULL_ONE, new Goal.AtLeast(0.95)),
                scores.speed(CALLERS_256, FULL_256, new Goal.AtLeast(0.9)),
                scores.speed(CALLERS_64, ONE_LOCK, new Goal.AtLeast(1.6)),
                scores.ratio(
                        CALLERS_64 + " ÷ " + ONE_LOCK + ", p99",
                        CALLERS_64,
                        ONE_LOCK,
                        Score::p99Nanos,
                        new Goal.AtMost(0.06)),
                scores.speed(VIRTUAL_64, CALLERS_64, TOLD),
                scores.speed(VIRTUAL_256, CALLERS_256, TOLD),
                scores.speed(FULL_64, FULL_ONE, TOLD),
                scores.speed(FULL_256, FULL_ONE, TOLD),
                scores.speed(FULL_1000, FULL_ONE, TOLD));
    }
}
