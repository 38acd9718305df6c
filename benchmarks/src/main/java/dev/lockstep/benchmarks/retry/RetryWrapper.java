package dev.lockstep.benchmarks.retry;

import dev.lockstep.benchmarks.measure.BenchmarkFinding;
import dev.lockstep.benchmarks.measure.BenchmarkOutcome;
import dev.lockstep.benchmarks.measure.Goal;
import dev.lockstep.benchmarks.measure.Part;
import dev.lockstep.benchmarks.measure.Range;
import dev.lockstep.domain.port.maintenance.StoreMetrics;
import dev.lockstep.persistence.sql.lock.LockCounters;
import dev.lockstep.persistence.sql.lock.LockRetry;
import dev.lockstep.persistence.sqlite.connection.SqliteFailures;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Benchmark of the retry wrapper when nothing is locked. The wrapped work only counts its calls,
 * and the count is verified.
 *
 * @param calls number of calls in a round
 */
public record RetryWrapper(int calls) implements Part {
    private static final double MAX_NANOS = 1_000;
    private static final int WARM_UP_ROUNDS = 3;

    @Override
    public BenchmarkOutcome measure(int rounds) throws Exception {
        LockRetry retry =
                new LockRetry(
                        Duration.ofSeconds(30),
                        SqliteFailures.INSTANCE,
                        new LockCounters(StoreMetrics.NONE),
                        System::nanoTime);
        double[] nanos = new double[rounds];
        for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
            double each = nanosEach(retry);
            if (round >= 0) {
                nanos[round] = each;
            }
        }
        return new BenchmarkOutcome(
                "retry",
                List.of(
                        new BenchmarkFinding(
                                "retry wrapper, nothing locked",
                                "ns",
                                Range.of(nanos),
                                new Goal.AtMost(MAX_NANOS))));
    }

    private double nanosEach(LockRetry retry) throws SQLException {
        long[] count = new long[1];
        long began = System.nanoTime();
        for (int call = 0; call < calls; call++) {
            retry.call(() -> ++count[0]);
        }
        long took = System.nanoTime() - began;
        if (count[0] != calls) {
            throw new IllegalStateException(count[0] + " of " + calls + " calls");
        }
        return (double) took / calls;
    }
}
