package dev.lockstep.benchmarks.feed;

import dev.lockstep.benchmarks.measure.BenchmarkFinding;
import dev.lockstep.benchmarks.measure.BenchmarkOutcome;
import dev.lockstep.benchmarks.measure.Contest;
import dev.lockstep.benchmarks.measure.Contestant;
import dev.lockstep.benchmarks.measure.Goal;
import dev.lockstep.benchmarks.measure.Part;
import dev.lockstep.benchmarks.measure.PostgresRun;
import dev.lockstep.benchmarks.measure.Range;
import dev.lockstep.benchmarks.measure.Score;
import dev.lockstep.benchmarks.measure.Scores;
import dev.lockstep.domain.port.CommitHints;
import dev.lockstep.domain.usecase.feed.FeedWaits;
import dev.lockstep.persistence.postgres.PostgresAddress;
import dev.lockstep.persistence.postgres.PostgresConfig;
import dev.lockstep.persistence.postgres.PostgresStore;
import dev.lockstep.persistence.sqlite.SqliteConfig;
import dev.lockstep.persistence.sqlite.SqliteStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * Benchmark of how long an order takes from the COMMIT of one store until a feed of another one on
 * the same PostgreSQL database returns it: with hints and with polls only, at the intervals of the
 * screen and of the gateway. The server is started for the benchmark with PostgreSQL's defaults.
 */
public final class CommitToSight implements Part {
    private static final String PART = "feed";
    private static final Duration SCREEN = Duration.ofMillis(150);
    private static final Duration GATEWAY = Duration.ofMillis(50);

    private final int orders;
    private final Consumer<String> progress;

    /**
     * Creates the benchmark.
     *
     * @param orders number of orders committed in a round
     */
    public CommitToSight(int orders, Consumer<String> progress) {
        this.orders = orders;
        this.progress = progress;
    }

    @Override
    public BenchmarkOutcome measure(int rounds) throws Exception {
        return PostgresRun.measured(
                PART, progress, server -> measured(server.newDatabase(), rounds));
    }

    private BenchmarkOutcome measured(PostgresAddress database, int rounds) throws Exception {
        try (PostgresStore writer = opened(database);
                PostgresStore reader = opened(database)) {
            List<Contestant> contestants =
                    List.of(
                            seen("hints, interval 150 ms", writer, reader, reader.hints(), SCREEN),
                            seen("polls of 150 ms", writer, reader, CommitHints.NONE, SCREEN),
                            seen("hints, interval 50 ms", writer, reader, reader.hints(), GATEWAY),
                            seen("polls of 50 ms", writer, reader, CommitHints.NONE, GATEWAY));
            Scores scores = new Contest(contestants, progress).run(rounds);
            List<BenchmarkFinding> findings = new ArrayList<>();
            for (Contestant contestant : contestants) {
                findings.add(time(scores, contestant.name(), "p50", Score::p50Nanos));
                findings.add(time(scores, contestant.name(), "p99", Score::p99Nanos));
            }
            return new BenchmarkOutcome(PART, scores, findings);
        }
    }

    private SeenOrders seen(
            String waits,
            PostgresStore writer,
            PostgresStore reader,
            CommitHints hints,
            Duration interval) {
        return new SeenOrders(
                "COMMIT to sight, " + waits,
                writer,
                reader.feed(),
                new FeedWaits(hints, System::nanoTime),
                interval,
                orders);
    }

    private static BenchmarkFinding time(
            Scores scores, String name, String what, ToLongFunction<Score> nanos) {
        Range millis =
                scores.range(
                        name,
                        score ->
                                nanos.applyAsLong(score)
                                        / (double) TimeUnit.MILLISECONDS.toNanos(1));
        return new BenchmarkFinding(name + ", " + what, "ms", millis, new Goal.Told());
    }

    private static PostgresStore opened(PostgresAddress database) {
        return PostgresStore.open(
                PostgresConfig.at(database), file -> SqliteStore.open(SqliteConfig.at(file)));
    }
}
