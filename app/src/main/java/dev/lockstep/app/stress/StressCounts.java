package dev.lockstep.app.stress;

import dev.lockstep.domain.port.store.RepositoryException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** The counters of all callers of one process. Thread-safe. */
final class StressCounts {
    private static final int MAX_FAILURES_TOLD = 5;

    private final AtomicLong lockErrors = new AtomicLong();
    private final Latencies latencies = new Latencies();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    /** A write was acknowledged. */
    void took(Duration time) {
        latencies.add(time);
    }

    /** Returns a call failed; whether it is worth going on. */
    boolean failed(RepositoryException failure) {
        return switch (failure.reason()) {
            case LOCK_TIMEOUT -> {
                lockErrors.incrementAndGet();
                yield true;
            }
            case OVERLOADED, READ_TIMEOUT -> {
                failed(String.valueOf(failure.getMessage()));
                yield true;
            }
            case HALTED,
                    DISK_FULL,
                    READ_ONLY,
                    IO_ERROR,
                    CORRUPT,
                    INCOMPATIBLE,
                    REPLACED,
                    COMMIT_UNKNOWN,
                    FENCED,
                    INTERRUPTED,
                    CLOSED,
                    MISUSE -> {
                failed(failure.reason() + ": " + failure.getMessage());
                yield false;
            }
        };
    }

    /** Something else went wrong. */
    void failed(String text) {
        if (failures.size() < MAX_FAILURES_TOLD) {
            failures.add(text);
        }
    }

    StressTally tally(Duration elapsed, long retries) {
        return new StressTally(
                elapsed,
                lockErrors.get(),
                retries,
                latencies,
                failures.stream().distinct().toList());
    }
}
