package dev.lockstep.benchmarks.gateway;

import dev.lockstep.benchmarks.measure.BenchmarkFinding;
import dev.lockstep.benchmarks.measure.BenchmarkOutcome;
import dev.lockstep.benchmarks.measure.Contest;
import dev.lockstep.benchmarks.measure.Contestant;
import dev.lockstep.benchmarks.measure.Goal;
import dev.lockstep.benchmarks.measure.Part;
import dev.lockstep.benchmarks.measure.Score;
import dev.lockstep.benchmarks.measure.Scores;
import dev.lockstep.benchmarks.simulator.ClosedOrders;
import dev.lockstep.benchmarks.simulator.ServerProcess;
import dev.lockstep.benchmarks.simulator.Submits;
import dev.lockstep.benchmarks.simulator.WireServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Benchmark of the gateway: submits through it compared with bare POSTs to the same exchange, and
 * reads of a page of orders compared with those of the exchange. Exchange and gateway have a
 * process each.
 */
public final class GatewayLoad implements Part {
    private static final List<Integer> CONNECTIONS = List.of(1, 16, 64);
    private static final int MANY_CONNECTIONS = 64;
    private static final int HEAP_MEGABYTES = 1_024;
    private static final int WARM_UP_ATTEMPTS = 120;
    private static final int ATTEMPT_MILLIS = 500;
    private static final Goal HALF_AS_FAST = new Goal.AtLeast(0.5);
    private static final String PAGE_THROUGH = "page of 50 orders from the gateway";
    private static final String PAGE_BARE = "page of 50 orders from the exchange";

    private final Path folder;
    private final int orders;
    private final int reads;
    private final Consumer<String> progress;

    /**
     * Creates the benchmark.
     *
     * @param folder the folder of the database
     * @param orders number of orders submitted in a round from {@value #MANY_CONNECTIONS}
     *     connections, and a quarter of it from one
     * @param reads number of reads of a page in a round
     */
    public GatewayLoad(Path folder, int orders, int reads, Consumer<String> progress) {
        this.folder = folder;
        this.orders = orders;
        this.reads = reads;
        this.progress = progress;
    }

    @Override
    public BenchmarkOutcome measure(int rounds) throws Exception {
        try (ServerProcess exchange = new ServerProcess(HEAP_MEGABYTES);
                GatewayProcess gateway = new GatewayProcess(folder, exchange.server())) {
            awaitReady(gateway.server());
            Map<String, List<Score>> all = new LinkedHashMap<>();
            for (int connections : CONNECTIONS) {
                all.putAll(
                        contest(
                                rounds,
                                submits(through(connections), gateway.server(), connections),
                                submits(bare(connections), exchange.server(), connections)));
            }
            all.putAll(
                    contest(
                            rounds,
                            new ClosedOrders(PAGE_THROUGH, gateway.server(), reads),
                            new ClosedOrders(PAGE_BARE, exchange.server(), reads)));
            Scores scores = new Scores(all);
            return new BenchmarkOutcome("gateway", scores, findings(scores));
        }
    }

    private Map<String, List<Score>> contest(int rounds, Contestant one, Contestant other)
            throws Exception {
        return new Contest(List.of(one, other), progress).run(rounds).byName();
    }

    /** A quarter of the orders from one connection, so that its rounds are not much longer. */
    private Submits submits(String name, WireServer server, int connections) {
        return new Submits(name, server, connections, connections == 1 ? orders / 4 : orders);
    }

    /** For the first seconds the gateway refuses orders, while those of before are looked up. */
    private static void awaitReady(WireServer gateway) throws InterruptedException, IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                new Submits("first", gateway, 2, 1).run();
                return;
            } catch (IOException notYet) {
                if (attempt == WARM_UP_ATTEMPTS) {
                    throw notYet;
                }
                Thread.sleep(ATTEMPT_MILLIS);
            }
        }
    }

    private static List<BenchmarkFinding> findings(Scores scores) {
        List<BenchmarkFinding> findings = new ArrayList<>();
        for (int connections : CONNECTIONS) {
            findings.add(
                    scores.speed(
                            through(connections),
                            bare(connections),
                            connections == MANY_CONNECTIONS ? HALF_AS_FAST : new Goal.Told()));
        }
        findings.add(
                scores.ratio(
                        PAGE_THROUGH + " ÷ " + PAGE_BARE + ", p50",
                        PAGE_THROUGH,
                        PAGE_BARE,
                        Score::p50Nanos,
                        new Goal.Told()));
        return findings;
    }

    private static String through(int connections) {
        return "submits through the gateway, " + connections + " connections";
    }

    private static String bare(int connections) {
        return "bare POSTs, " + connections + " connections";
    }
}
