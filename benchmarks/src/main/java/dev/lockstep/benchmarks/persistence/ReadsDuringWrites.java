package dev.lockstep.benchmarks.persistence;

import dev.lockstep.benchmarks.measure.BenchmarkOutcome;
import dev.lockstep.benchmarks.measure.Contest;
import dev.lockstep.benchmarks.measure.Contestant;
import dev.lockstep.benchmarks.measure.Goal;
import dev.lockstep.benchmarks.measure.Part;
import dev.lockstep.benchmarks.measure.Score;
import dev.lockstep.benchmarks.measure.Scores;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Benchmark of reads of the newest page of orders while callers keep the writer of the same store
 * busy, compared with reads of a store to which nothing writes.
 */
public final class ReadsDuringWrites implements Part {
    private static final int WRITERS = 64;
    private static final int PAGE_ORDERS = 50;
    private static final String ALONE = "reads alone";
    private static final String DURING = "reads while " + WRITERS + " callers write";
    private static final Goal HARDLY_SLOWER = new Goal.AtMost(2);

    private final Path folder;
    private final Load load;
    private final int reads;
    private final Consumer<String> progress;

    /**
     * Creates the benchmark.
     *
     * @param folder an empty folder on the disk to measure
     * @param orders number of orders
     * @param reads number of reads in a round
     */
    public ReadsDuringWrites(Path folder, int orders, int reads, Consumer<String> progress) {
        this.folder = folder;
        this.load = new Load(orders, orders);
        this.reads = reads;
        this.progress = progress;
    }

    @Override
    public BenchmarkOutcome measure(int rounds) throws Exception {
        SqliteLedger ledger = SqliteLedger.made(folder, load);
        Scores scores =
                new Contest(
                                List.of(
                                        new Reads(ALONE, ledger, 0, reads),
                                        new Reads(DURING, ledger, WRITERS, reads)),
                                progress)
                        .run(rounds);
        return new BenchmarkOutcome(
                "reads",
                scores,
                List.of(
                        scores.ratio(
                                DURING + " ÷ alone, p50",
                                DURING,
                                ALONE,
                                Score::p50Nanos,
                                new Goal.Told()),
                        scores.ratio(
                                DURING + " ÷ alone, p99",
                                DURING,
                                ALONE,
                                Score::p99Nanos,
                                HARDLY_SLOWER)));
    }

    /** Reads while some callers, or none, update orders without a pause. */
    private record Reads(String name, SqliteLedger ledger, int writers, int reads)
            implements Contestant {
        @Override
        public Score run() throws Exception {
            AtomicBoolean over = new AtomicBoolean();
            AtomicLong written = new AtomicLong();
            try (OpenStore store = ledger.openCopy();
                    ExecutorService callers = Executors.newCachedThreadPool()) {
                List<Future<?>> running = new ArrayList<>();
                Score score;
                try {
                    for (int writer = 0; writer < writers; writer++) {
                        int order = writer;
                        running.add(
                                callers.submit(
                                        () -> write(store.repository(), order, over, written)));
                    }
                    while (written.get() < writers && running.stream().noneMatch(Future::isDone)) {
                        Thread.onSpinWait();
                    }
                    score = read(store.repository());
                } finally {
                    over.set(true);
                }
                for (Future<?> each : running) {
                    each.get();
                }
                return score;
            }
        }

        private void write(
                OrderRepository repository, int order, AtomicBoolean over, AtomicLong written) {
            for (int nth = 1; !over.get(); nth++) {
                Load.requireMade(
                        repository.update(
                                Load.update(ledger.id(order), new Load.Fill(order, nth))));
                written.incrementAndGet();
            }
        }

        private Score read(OrderRepository repository) {
            OrderQuery newest = OrderQuery.all().limit(PAGE_ORDERS).newestFirst();
            long[] calls = new long[reads];
            long began = System.nanoTime();
            for (int read = 0; read < reads; read++) {
                long asked = System.nanoTime();
                int found = repository.search(newest).size();
                calls[read] = System.nanoTime() - asked;
                if (found != PAGE_ORDERS) {
                    throw new IllegalStateException(name + ": " + found + " orders");
                }
            }
            return Score.of(reads, System.nanoTime() - began, calls);
        }
    }
}
