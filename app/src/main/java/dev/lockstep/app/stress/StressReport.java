package dev.lockstep.app.stress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;

/**
 * The result of a stress test.
 *
 * @param writes the number of acknowledged versions, by process
 * @param elapsed the duration
 * @param p50Micros the median latency of writes
 * @param p99Micros the 99th percentile of the latency of writes
 * @param lockErrors the number of lock errors
 * @param retries the number of writes retried because of locks
 * @param lostUpdates the number of acknowledged versions that are not stored
 * @param sound whether the file passes the integrity check
 * @param troubles other problems
 */
public record StressReport(
        List<Long> writes,
        Duration elapsed,
        long p50Micros,
        long p99Micros,
        long lockErrors,
        long retries,
        long lostUpdates,
        boolean sound,
        List<String> troubles) {
    private static final int SHARE_DECIMALS = 3;

    public StressReport {
        writes = List.copyOf(writes);
        troubles = List.copyOf(troubles);
    }

    /** Returns the number of acknowledged versions. */
    public long allWrites() {
        return writes.stream().mapToLong(Long::longValue).sum();
    }

    /** Returns the number of acknowledged versions per second. */
    public long perSecond() {
        return allWrites() * 1_000 / Math.max(1, elapsed.toMillis());
    }

    /** Returns the writes of the slowest process relative to the mean, to three decimals. */
    public BigDecimal slowestShare() {
        long slowest = writes.stream().mapToLong(Long::longValue).min().orElse(0);
        return BigDecimal.valueOf(slowest * writes.size())
                .divide(
                        BigDecimal.valueOf(Math.max(1, allWrites())),
                        SHARE_DECIMALS,
                        RoundingMode.DOWN);
    }

    /** Returns whether the promise held. */
    public boolean kept() {
        return lockErrors == 0
                && lostUpdates == 0
                && sound
                && troubles.isEmpty()
                && allWrites() > 0;
    }
}
