package dev.lockstep.app.stress;

import dev.lockstep.app.config.value.DeadlineSetting;
import dev.lockstep.app.runtime.Threads;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.store.OrderRepository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * One process of a stress test: starts on a signal from its input, and ends after its duration or
 * when its input ends because the parent is gone.
 */
public final class StressWorker {
    /** The line that a process prints when it is ready. */
    public static final String READY = "ready";

    private final Dependencies given;
    private final InputStream in;
    private final Path receipts;
    private final AtomicBoolean ended = new AtomicBoolean();

    /**
     * A process that writes down what is acknowledged.
     *
     * @param in what the parent holds open
     * @param receipts a file to make
     */
    public StressWorker(Dependencies given, InputStream in, Path receipts) {
        this.given = given;
        this.in = in;
        this.receipts = receipts;
    }

    /**
     * Waits for the start signal, and works.
     *
     * @return the counts, empty if the parent is gone
     */
    public Optional<StressTally> run(int threads, Duration time, List<OrderId> shared)
            throws InterruptedException {
        try (Receipts kept = new Receipts(receipts)) {
            if (!begun()) {
                return Optional.empty();
            }
            Threads.watcher("parent", this::awaitEnd);
            return Optional.of(worked(threads, time, shared, kept));
        }
    }

    private StressTally worked(int threads, Duration time, List<OrderId> shared, Receipts kept)
            throws InterruptedException {
        StressCounts counts = new StressCounts();
        long began = given.clock().nanoTime();
        DeadlineSetting end = DeadlineSetting.after(time, given.clock());
        ExecutorService callers = Threads.callers(threads);
        try {
            for (int number = 0; number < threads; number++) {
                StressCaller caller = new StressCaller(given, shared, counts, kept, number);
                callers.execute(() -> caller.callUntil(() -> ended.get() || end.passed()));
            }
            callers.shutdown();
            Threads.awaitEnd(callers, () -> {});
        } finally {
            callers.shutdownNow();
        }
        return counts.tally(given.clock().since(began), given.retries().getAsLong());
    }

    private boolean begun() {
        try {
            return in.read() >= 0;
        } catch (IOException gone) {
            return false;
        }
    }

    private void awaitEnd() {
        while (begun()) {
            // Nothing more is said; only the end matters.
        }
        ended.set(true);
    }

    /**
     * The dependencies of a process.
     *
     * @param repository the orders
     * @param ids creates their ids
     * @param clock the time
     * @param retries the number of retried writes
     */
    public record Dependencies(
            OrderRepository repository, OrderIds ids, PlatformClock clock, LongSupplier retries) {}
}
