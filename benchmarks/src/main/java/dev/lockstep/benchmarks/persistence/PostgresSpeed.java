package dev.lockstep.benchmarks.persistence;

import dev.lockstep.benchmarks.measure.BenchmarkFinding;
import dev.lockstep.benchmarks.measure.BenchmarkOutcome;
import dev.lockstep.benchmarks.measure.Contest;
import dev.lockstep.benchmarks.measure.Contestant;
import dev.lockstep.benchmarks.measure.Goal;
import dev.lockstep.benchmarks.measure.Part;
import dev.lockstep.benchmarks.measure.PostgresRun;
import dev.lockstep.benchmarks.measure.Score;
import dev.lockstep.benchmarks.measure.Scores;
import dev.lockstep.persistence.postgres.server.PostgresServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/**
 * Benchmark of orders in PostgreSQL: group commit and batches against plain pgjdbc on the same
 * server, with SQLite in the same rounds for comparison, and pages of a small and a large database.
 *
 * <p>The server is started for the benchmark with PostgreSQL's defaults: it syncs each commit.
 */
public final class PostgresSpeed implements Part {
    private static final String PART = "postgres";
    private static final int CALLERS = 64;
    private static final int BATCH = 1_000;
    private static final String PLAIN = "plain pgjdbc, 64 callers, 1 a transaction";
    private static final String GROUPED = "Lockstep on PostgreSQL, 64 callers";
    private static final String PLAIN_BATCH = "plain pgjdbc, batches of 1000";
    private static final String BATCHED = "Lockstep on PostgreSQL, updateAll of 1000";
    private static final String SQLITE = "Lockstep on SQLite, 64 callers";
    private static final String SQLITE_BATCHED = "Lockstep on SQLite, updateAll of 1000";
    private static final Goal TOLD = new Goal.Told();

    private final Path folder;
    private final Load load;
    private final int few;
    private final int many;
    private final int reads;
    private final Consumer<String> progress;

    /**
     * Creates the benchmark.
     *
     * @param folder an empty folder for the SQLite database; the server's is in the system's folder
     *     for temporary files
     * @param orders number of orders in the database of the writes
     * @param updates number of updates by each contestant in a round
     * @param few number of orders in the small database of the pages
     * @param many number of orders in the large database of the pages
     * @param reads number of reads of each page in a round
     */
    public PostgresSpeed(
            Path folder,
            int orders,
            int updates,
            int few,
            int many,
            int reads,
            Consumer<String> progress) {
        this.folder = folder;
        this.load = new Load(orders, updates);
        this.few = few;
        this.many = many;
        this.reads = reads;
        this.progress = progress;
    }

    @Override
    public BenchmarkOutcome measure(int rounds) throws Exception {
        return PostgresRun.measured(PART, progress, server -> measured(server, rounds));
    }

    private BenchmarkOutcome measured(PostgresServer server, int rounds) throws Exception {
        BenchmarkOutcome writes = writes(server, rounds);
        BenchmarkOutcome pages = pages(server, rounds);
        Map<String, List<Score>> scores = new LinkedHashMap<>(writes.scores().byName());
        scores.putAll(pages.scores().byName());
        List<BenchmarkFinding> findings = new ArrayList<>(writes.findings());
        findings.addAll(pages.findings());
        return new BenchmarkOutcome(PART, new Scores(scores), findings);
    }

    private BenchmarkOutcome writes(PostgresServer server, int rounds) throws Exception {
        PostgresLedger ledger = PostgresLedger.made(server, load);
        SqliteLedger sqlite = SqliteLedger.made(folder, load);
        Scores scores = new Contest(contestants(ledger, sqlite), progress).run(rounds);
        return new BenchmarkOutcome(
                PART,
                scores,
                List.of(
                        scores.speed(GROUPED, PLAIN, new Goal.AtLeast(2.5)),
                        scores.speed(BATCHED, PLAIN_BATCH, new Goal.AtLeast(0.6)),
                        scores.ratio(
                                GROUPED + " ÷ " + PLAIN + ", p99",
                                GROUPED,
                                PLAIN,
                                Score::p99Nanos,
                                TOLD),
                        scores.speed(GROUPED, SQLITE, TOLD),
                        scores.speed(BATCHED, SQLITE_BATCHED, TOLD)));
    }

    private static List<Contestant> contestants(PostgresLedger ledger, SqliteLedger sqlite) {
        ThreadFactory threads = Thread.ofPlatform().factory();
        return List.of(
                new PlainPostgresCallers(PLAIN, ledger, CALLERS),
                new StoreCallers(GROUPED, ledger, CALLERS, threads),
                new StoreCallers(SQLITE, sqlite, CALLERS, threads),
                new PlainPostgresBatches(PLAIN_BATCH, ledger, BATCH),
                new StoreBatches(BATCHED, ledger, BATCH),
                new StoreBatches(SQLITE_BATCHED, sqlite, BATCH));
    }

    private BenchmarkOutcome pages(PostgresServer server, int rounds) throws Exception {
        try (OpenStore small = OpenStore.at(ManyPostgresOrders.made(server, few));
                OpenStore large = OpenStore.at(ManyPostgresOrders.made(server, many))) {
            PageReads ofFew = new PageReads("PostgreSQL ", small.repository(), few, reads);
            PageReads ofMany = new PageReads("PostgreSQL ", large.repository(), many, reads);
            Scores scores = new Contest(PageReads.contestants(ofFew, ofMany), progress).run(rounds);
            return new BenchmarkOutcome(PART, scores, PageReads.findings(scores, ofMany, ofFew));
        }
    }
}
