package dev.lockstep.benchmarks.usecase;

import dev.lockstep.benchmarks.measure.BenchmarkOutcome;
import dev.lockstep.benchmarks.measure.Contest;
import dev.lockstep.benchmarks.measure.Goal;
import dev.lockstep.benchmarks.measure.Part;
import dev.lockstep.benchmarks.measure.Scores;
import dev.lockstep.benchmarks.simulator.ServerProcess;
import dev.lockstep.domain.port.broker.ExecutionReports;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Benchmark of applying the stream's fills, each durably with its order, compared with the rate at
 * which the exchange makes such trades: a backlog, of which the loop gets as many at once as the
 * stream hands over, and one at a time. The exchange has a process of its own.
 */
public final class EventLoad implements Part {
    private static final int HEAP_MEGABYTES = 1_024;
    private static final int CALLERS = 64;
    private static final String TRADES = "trades of the exchange, " + CALLERS + " callers";
    private static final String APPLIED = "fills applied by the trading loop";
    private static final String ONE_BY_ONE = "fills applied one by one";
    private static final Goal AS_FAST = new Goal.AtLeast(1);

    private final Path folder;
    private final int fills;
    private final Consumer<String> progress;

    /**
     * Creates the benchmark.
     *
     * @param folder an empty folder for the database
     * @param fills number of fills in a round, at most as many as one batch of orders
     */
    public EventLoad(Path folder, int fills, Consumer<String> progress) {
        this.folder = folder;
        this.fills = fills;
        this.progress = progress;
    }

    @Override
    public BenchmarkOutcome measure(int rounds) throws Exception {
        try (ServerProcess exchange = new ServerProcess(HEAP_MEGABYTES);
                TradingAccount account =
                        new TradingAccount(folder.resolve("events.db"), exchange.server());
                BarePosts posts = BarePosts.market(TRADES, exchange.server(), CALLERS, fills)) {
            Scores scores =
                    new Contest(
                                    List.of(
                                            new ExchangeTrades(posts, account, fills),
                                            new AppliedFills(
                                                    APPLIED,
                                                    account,
                                                    fills,
                                                    ExecutionReports.MAX_REPORTS_AT_ONCE),
                                            new AppliedFills(ONE_BY_ONE, account, fills, 1)),
                                    progress)
                            .run(rounds);
            return new BenchmarkOutcome(
                    "events",
                    scores,
                    List.of(
                            scores.speed(APPLIED, TRADES, AS_FAST),
                            scores.speed(ONE_BY_ONE, TRADES, new Goal.Told())));
        }
    }
}
