package dev.lockstep.benchmarks.screen;

import dev.lockstep.benchmarks.measure.BenchmarkFinding;
import dev.lockstep.benchmarks.measure.BenchmarkOutcome;
import dev.lockstep.benchmarks.measure.Contest;
import dev.lockstep.benchmarks.measure.Goal;
import dev.lockstep.benchmarks.measure.Part;
import dev.lockstep.benchmarks.measure.Range;
import dev.lockstep.benchmarks.measure.Score;
import dev.lockstep.benchmarks.measure.Scores;
import dev.lockstep.benchmarks.persistence.ManyOrders;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.TimeOrderedIds;
import dev.lockstep.persistence.sqlite.SqliteConfig;
import dev.lockstep.persistence.sqlite.SqliteStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;

/**
 * Benchmark of how long an order takes from the COMMIT of another process until it is drawn on the
 * screen, with one tab and with many. The platform, its simulator, the browser and the process that
 * writes share this machine.
 */
public final class CommitToScreen implements Part {
    private static final int CLOSED_ORDERS = 1_000;
    private static final int MANY_TABS = 20;
    private static final Evidence EVIDENCE = Evidence.local("benchmark");

    private final Path folder;
    private final Path browser;
    private final int orders;
    private final Consumer<String> progress;

    /**
     * Creates the benchmark.
     *
     * @param folder an empty folder
     * @param browser the browser's executable
     * @param orders number of orders committed in a round
     */
    public CommitToScreen(Path folder, Path browser, int orders, Consumer<String> progress) {
        this.folder = folder;
        this.browser = browser;
        this.orders = orders;
        this.progress = progress;
    }

    @Override
    public BenchmarkOutcome measure(int rounds) throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path file = data.resolve("lockstep.db");
        ManyOrders.closed(file, CLOSED_ORDERS);
        try (ServedBook book = new ServedBook(data);
                Chromium chromium = new Chromium(browser, folder.resolve("profile"));
                SqliteStore store = SqliteStore.open(SqliteConfig.at(file))) {
            OrderIds ids =
                    new TimeOrderedIds(
                            store.tag(),
                            InstantSource.system(),
                            RandomGenerator.of("L64X128MixRandom"));
            Scores scores =
                    new Contest(
                                    List.of(
                                            painted(1, book, chromium, store, ids),
                                            painted(MANY_TABS, book, chromium, store, ids)),
                                    progress)
                            .run(rounds);
            List<BenchmarkFinding> findings = new ArrayList<>(times(scores, 1));
            findings.addAll(times(scores, MANY_TABS));
            findings.add(
                    scores.ratio(
                            name(MANY_TABS) + " ÷ one, p50",
                            name(MANY_TABS),
                            name(1),
                            Score::p50Nanos,
                            new Goal.Told()));
            return new BenchmarkOutcome("painted", scores, findings);
        }
    }

    private PaintedOrders painted(
            int tabs, ServedBook book, Chromium chromium, SqliteStore store, OrderIds ids) {
        return new PaintedOrders(
                name(tabs), book.address(), chromium, () -> committed(store, ids), tabs, orders);
    }

    private static String name(int tabs) {
        return "COMMIT to drawn, tabs: " + tabs;
    }

    private static List<BenchmarkFinding> times(Scores scores, int tabs) {
        return List.of(
                time(scores, tabs, "p50", Score::p50Nanos),
                time(scores, tabs, "p99", Score::p99Nanos));
    }

    private static BenchmarkFinding time(
            Scores scores, int tabs, String what, ToLongFunction<Score> nanos) {
        Range millis =
                scores.range(
                        name(tabs),
                        score ->
                                nanos.applyAsLong(score)
                                        / (double) TimeUnit.MILLISECONDS.toNanos(1));
        return new BenchmarkFinding(name(tabs) + ", " + what, "ms", millis, new Goal.Told());
    }

    /** Stores an order that ended at the broker, so that nothing sends or syncs it. */
    private static OrderId committed(SqliteStore store, OrderIds ids) {
        OrderId id = ids.nextOrderId();
        Instant now = Instant.now();
        NewOrder terms =
                new NewOrder(
                        new Symbol("F"),
                        Side.BUY,
                        Quantity.of("1"),
                        new OrderType.Limit(Price.of("1")),
                        TimeInForce.DAY);
        BrokerOrder ended =
                new BrokerOrder(
                        new BrokerOrderId("bench-" + id),
                        new ClientOrderId("bench-" + id),
                        terms.symbol(),
                        terms.side(),
                        terms.amount(),
                        terms,
                        new ReportedStatus.Known("canceled", OrderStatus.CANCELED),
                        Quantity.ZERO,
                        null,
                        now,
                        now,
                        List.of());
        store.repository().add(Order.adopted(id, null, terms, ended, now), EVIDENCE);
        return id;
    }
}
