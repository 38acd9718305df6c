package dev.lockstep.benchmarks.simulator;

import dev.lockstep.benchmarks.measure.BenchmarkFinding;
import dev.lockstep.benchmarks.measure.BenchmarkOutcome;
import dev.lockstep.benchmarks.measure.Contest;
import dev.lockstep.benchmarks.measure.Goal;
import dev.lockstep.benchmarks.measure.Part;
import dev.lockstep.benchmarks.measure.Range;
import dev.lockstep.benchmarks.measure.Score;
import dev.lockstep.benchmarks.measure.Scores;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Benchmark of one simulator under load, in its own process with a fixed heap size. If the heap is
 * too small the process ends, and the benchmark fails.
 *
 * <p>64 connections submit orders, each waiting for its responses, up to a number of closed orders.
 * Then the benchmark compares a page of orders with a page of a second simulator that has few.
 */
public final class SimulatorLoad implements Part {
    private static final int CONNECTIONS = 64;
    private static final String SUBMITS = "submits from " + CONNECTIONS + " connections";
    private static final Goal SUBMITS_PER_SECOND = new Goal.AtLeast(2_000);
    private static final Goal AS_FAST = new Goal.AtMost(1.25);

    private final int few;
    private final int many;
    private final int heapMegabytes;
    private final int reads;
    private final Consumer<String> progress;

    /**
     * Creates the benchmark.
     *
     * @param few number of closed orders in the small simulator
     * @param many minimum number of closed orders in the large simulator
     * @param heapMegabytes heap size of each
     * @param reads number of reads of a page in a round
     */
    public SimulatorLoad(
            int few, int many, int heapMegabytes, int reads, Consumer<String> progress) {
        this.few = few;
        this.many = many;
        this.heapMegabytes = heapMegabytes;
        this.reads = reads;
        this.progress = progress;
    }

    @Override
    public BenchmarkOutcome measure(int rounds) throws Exception {
        try (ServerProcess small = new ServerProcess(heapMegabytes);
                ServerProcess large = new ServerProcess(heapMegabytes)) {
            new Submits(SUBMITS, small.server(), CONNECTIONS, few).run();
            int runs = rounds + Contest.WARM_UP_ROUNDS;
            int orders = Math.ceilDiv(many, runs);
            Scores submits =
                    new Contest(
                                    List.of(
                                            new Submits(
                                                    SUBMITS, large.server(), CONNECTIONS, orders)),
                                    progress)
                            .run(rounds);
            Scores pages =
                    new Contest(
                                    List.of(
                                            new ClosedOrders(page(few), small.server(), reads),
                                            new ClosedOrders(page(many), large.server(), reads)),
                                    progress)
                            .run(rounds);
            return new BenchmarkOutcome(
                    "simulator", both(submits, pages), findings(submits, pages));
        }
    }

    private List<BenchmarkFinding> findings(Scores submits, Scores pages) {
        return List.of(
                new BenchmarkFinding(
                        "simulator, " + SUBMITS,
                        "/s",
                        submits.range(SUBMITS, Score::perSecond),
                        SUBMITS_PER_SECOND),
                pages.ratio(
                        "simulator, " + page(many) + " ÷ " + few + ", p50",
                        page(many),
                        page(few),
                        Score::p50Nanos,
                        AS_FAST),
                new BenchmarkFinding(
                        "simulator, heap (-Xmx) that was enough for " + many + " orders",
                        "MB",
                        Range.of(heapMegabytes),
                        new Goal.Told()));
    }

    private static Scores both(Scores one, Scores other) {
        Map<String, List<Score>> all = new LinkedHashMap<>(one.byName());
        all.putAll(other.byName());
        return new Scores(all);
    }

    private static String page(int orders) {
        return "page of " + orders + " closed orders";
    }
}
