package dev.lockstep.benchmarks.persistence;

import dev.lockstep.benchmarks.measure.BenchmarkFinding;
import dev.lockstep.benchmarks.measure.BenchmarkOutcome;
import dev.lockstep.benchmarks.measure.Contest;
import dev.lockstep.benchmarks.measure.Contestant;
import dev.lockstep.benchmarks.measure.Goal;
import dev.lockstep.benchmarks.measure.Part;
import dev.lockstep.benchmarks.measure.Score;
import dev.lockstep.benchmarks.measure.Scores;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Benchmark of pages of 50 orders from a small and a large database on disk, in which one order in
 * ten is open. One caller reads each page through the repository, by default 200 times a round.
 */
public final class Pages implements Part {
    private static final int PAGE_ORDERS = 50;
    private static final Goal AS_FAST = new Goal.AtMost(1.25);

    private final Path folder;
    private final int few;
    private final int many;
    private final int reads;
    private final Consumer<String> progress;

    /**
     * Creates the benchmark.
     *
     * @param folder an empty folder on the disk to measure
     * @param few number of orders in the small database
     * @param many number of orders in the large database
     * @param reads number of reads of each page in a round
     */
    public Pages(Path folder, int few, int many, int reads, Consumer<String> progress) {
        this.folder = folder;
        this.few = few;
        this.many = many;
        this.reads = reads;
        this.progress = progress;
    }

    @Override
    public BenchmarkOutcome measure(int rounds) throws Exception {
        ManyOrders small = ManyOrders.made(folder.resolve("few.db"), few);
        ManyOrders large = ManyOrders.made(folder.resolve("many.db"), many);
        try (OpenStore smallStore = new OpenStore(small.file());
                OpenStore largeStore = new OpenStore(large.file())) {
            List<Contestant> contestants = new ArrayList<>();
            for (Page page : Page.values()) {
                contestants.add(reader(page, small, smallStore));
                contestants.add(reader(page, large, largeStore));
            }
            Scores scores = new Contest(contestants, progress).run(rounds);
            return new BenchmarkOutcome("pages", scores, findings(scores));
        }
    }

    private Contestant reader(Page page, ManyOrders orders, OpenStore store) {
        return new Reader(
                name(page, orders.count()), store.repository(), query(page, orders), reads);
    }

    private static OrderQuery query(Page page, ManyOrders orders) {
        OrderQuery first = OrderQuery.all().limit(PAGE_ORDERS).newestFirst();
        OrderQuery middle = first.after(orders.id(orders.count() / 2));
        return switch (page) {
            case FIRST -> first;
            case MIDDLE -> middle;
            case OPEN_MIDDLE -> middle.in(EnumSet.of(OrderStatus.NEW));
            case OPEN_AND_FILLED_FIRST -> first.in(EnumSet.of(OrderStatus.NEW, OrderStatus.FILLED));
        };
    }

    private List<BenchmarkFinding> findings(Scores scores) {
        return Arrays.stream(Page.values())
                .map(page ->
                        scores.ratio(
                                name(page, many) + " ÷ " + few + ", p50",
                                name(page, many),
                                name(page, few),
                                Score::p50Nanos,
                                AS_FAST))
                .toList();
    }

    private static String name(Page page, int orders) {
        return "page " + page.name().toLowerCase(Locale.ROOT) + " of " + orders;
    }

    /** Kinds of page, newest order first. */
    private enum Page {
        FIRST,
        MIDDLE,
        OPEN_MIDDLE,
        OPEN_AND_FILLED_FIRST
    }

    /** Reads one page repeatedly. */
    private record Reader(String name, OrderRepository repository, OrderQuery query, int reads)
            implements Contestant {
        @Override
        public Score run() {
            long[] calls = new long[reads];
            long began = System.nanoTime();
            long last = began;
            for (int read = 0; read < reads; read++) {
                int found = repository.search(query).size();
                if (found != query.limit()) {
                    throw new IllegalStateException(name + ": " + found + " orders");
                }
                long now = System.nanoTime();
                calls[read] = now - last;
                last = now;
            }
            return Score.of(reads, last - began, calls);
        }
    }
}
