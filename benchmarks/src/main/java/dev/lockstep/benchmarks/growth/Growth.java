package dev.lockstep.benchmarks.growth;

import dev.lockstep.benchmarks.measure.BenchmarkFinding;
import dev.lockstep.benchmarks.measure.BenchmarkOutcome;
import dev.lockstep.benchmarks.measure.Contest;
import dev.lockstep.benchmarks.measure.Contestant;
import dev.lockstep.benchmarks.measure.Part;
import dev.lockstep.benchmarks.measure.Range;
import dev.lockstep.benchmarks.measure.Score;
import dev.lockstep.benchmarks.measure.Scores;
import dev.lockstep.persistence.sqlite.SqliteConfig;
import dev.lockstep.persistence.sqlite.SqliteStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Benchmark of reads in databases of several sizes: how the median time of each grows with the
 * number of orders.
 */
public final class Growth implements Part {
    /** Reads of every order are repeated until about this many were read. */
    private static final int ORDERS_READ = 20_000;

    private final Path folder;
    private final List<Integer> sizes;
    private final int reads;
    private final Consumer<String> chart;
    private final Consumer<String> progress;

    /**
     * Creates the benchmark.
     *
     * @param folder an empty folder on the disk to measure
     * @param sizes two or more numbers of orders, ascending, the first at least 1,000
     * @param reads number of reads of each page in a round
     * @param chart receives the chart, an SVG image
     */
    public Growth(
            Path folder,
            List<Integer> sizes,
            int reads,
            Consumer<String> chart,
            Consumer<String> progress) {
        this.folder = folder;
        this.sizes = List.copyOf(sizes);
        this.reads = reads;
        this.chart = chart;
        this.progress = progress;
    }

    /** Returns the powers of ten from 1,000 to below a number of orders, and that number. */
    public static List<Integer> sizesUpTo(int most) {
        return IntStream.concat(
                        IntStream.iterate(
                                1_000, size -> size < most && size > 0, size -> size * 10),
                        IntStream.of(most))
                .boxed()
                .toList();
    }

    @Override
    public BenchmarkOutcome measure(int rounds) throws Exception {
        List<SqliteStore> stores = new ArrayList<>();
        try {
            List<Contestant> contestants = new ArrayList<>();
            for (GrownBook book : new GrowingStore(folder, progress).grown(sizes)) {
                SqliteStore store = SqliteStore.open(SqliteConfig.at(book.file()));
                stores.add(store);
                for (GrownRead read : GrownRead.values()) {
                    contestants.add(new GrownReader(read, store, book, reads(read, book)));
                }
            }
            Scores scores = new Contest(contestants, progress).run(rounds);
            List<BenchmarkFinding> findings =
                    Arrays.stream(GrownRead.values()).map(read -> slope(read, scores)).toList();
            chart.accept(new GrowthChart(sizes, lines(scores)).svg());
            return new BenchmarkOutcome("growth", scores, findings);
        } finally {
            stores.forEach(SqliteStore::close);
        }
    }

    private int reads(GrownRead read, GrownBook book) {
        return read.ofAll() ? Math.max(1, ORDERS_READ / book.orders()) : reads;
    }

    private BenchmarkFinding slope(GrownRead read, Scores scores) {
        double[] x = sizes.stream().mapToDouble(Integer::doubleValue).toArray();
        List<List<Score>> bySize =
                sizes.stream()
                        .map(size -> scores.byName().get(GrownReader.name(read, size)))
                        .toList();
        double[] slopes =
                IntStream.range(0, bySize.getFirst().size())
                        .mapToDouble(round ->
                                LogLogSlope.of(
                                        x,
                                        bySize.stream()
                                                .mapToDouble(each -> each.get(round).p50Nanos())
                                                .toArray()))
                        .toArray();
        return new BenchmarkFinding(
                "slope of " + read.label() + ", log-log, p50", "", Range.of(slopes), read.goal());
    }

    private List<ChartLine> lines(Scores scores) {
        return Arrays.stream(GrownRead.values())
                .map(read ->
                        new ChartLine(
                                read.label(),
                                sizes.stream()
                                        .map(size -> GrownReader.name(read, size))
                                        .map(name -> scores.range(name, Score::p50Nanos).median())
                                        .toList(),
                                slope(read, scores).figure().median()))
                .toList();
    }
}
