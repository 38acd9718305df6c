package dev.lockstep.benchmarks.usecase;

import dev.lockstep.benchmarks.measure.BenchmarkFinding;
import dev.lockstep.benchmarks.measure.BenchmarkOutcome;
import dev.lockstep.benchmarks.measure.Contest;
import dev.lockstep.benchmarks.measure.Contestant;
import dev.lockstep.benchmarks.measure.Goal;
import dev.lockstep.benchmarks.measure.Part;
import dev.lockstep.benchmarks.measure.Score;
import dev.lockstep.benchmarks.measure.Scores;
import dev.lockstep.benchmarks.simulator.ServerProcess;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Benchmark of a sync of many open orders, some of which were canceled at the broker, compared with
 * only fetching the open orders; and of the recovery of unanswered orders, compared with only
 * looking each up. The exchange has a process of its own.
 */
public final class SyncLoad implements Part {
    private static final int HEAP_MEGABYTES = 1_024;
    private static final Goal LITTLE_MORE = new Goal.AtMost(1.2);
    private static final String FETCH = "fetch of the open orders";
    private static final String NOTHING_CHANGED = "sync, nothing changed";
    private static final String SOME_CANCELED = "sync, some canceled at the broker";
    private static final String LOOKUPS = "lookup of each unanswered order";
    private static final String RECOVERY = "recovery of the unanswered orders";

    private final Path folder;
    private final int open;
    private final int canceled;
    private final int unanswered;
    private final Consumer<String> progress;

    /**
     * Creates the benchmark.
     *
     * @param folder an empty folder for the database
     * @param open number of open orders
     * @param canceled how many of them are canceled before a sync
     * @param unanswered number of unanswered orders in a round
     */
    public SyncLoad(
            Path folder, int open, int canceled, int unanswered, Consumer<String> progress) {
        this.folder = folder;
        this.open = open;
        this.canceled = canceled;
        this.unanswered = unanswered;
        this.progress = progress;
    }

    @Override
    public BenchmarkOutcome measure(int rounds) throws Exception {
        Map<String, List<Score>> all = new LinkedHashMap<>();
        try (ServerProcess exchange = new ServerProcess(HEAP_MEGABYTES);
                TradingAccount account =
                        new TradingAccount(folder.resolve("sync.db"), exchange.server())) {
            account.openOrders(open);
            all.putAll(
                    contest(
                            rounds,
                            new OpenOrderFetch(FETCH, account, open),
                            new Syncs(NOTHING_CHANGED, account, open, 0),
                            new Syncs(SOME_CANCELED, account, open, canceled)));
            all.putAll(
                    contest(
                            rounds,
                            new Recoveries(LOOKUPS, account, unanswered, true),
                            new Recoveries(RECOVERY, account, unanswered, false)));
        }
        Scores scores = new Scores(all);
        return new BenchmarkOutcome(
                "sync",
                scores,
                List.of(
                        time(scores, NOTHING_CHANGED, FETCH, LITTLE_MORE),
                        time(scores, SOME_CANCELED, FETCH, LITTLE_MORE),
                        time(scores, RECOVERY, LOOKUPS, new Goal.Told())));
    }

    private Map<String, List<Score>> contest(int rounds, Contestant... contestants)
            throws Exception {
        return new Contest(List.of(contestants), progress).run(rounds).byName();
    }

    private static BenchmarkFinding time(Scores scores, String over, String under, Goal goal) {
        return scores.ratio(
                over + " ÷ " + under + ", time", over, under, score -> 1 / score.perSecond(), goal);
    }
}
