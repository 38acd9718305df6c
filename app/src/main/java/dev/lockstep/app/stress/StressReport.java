package dev.lockstep.app.stress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;

/**
 * What became of a stress run.
 *
 * @param writes how many versions of orders were acknowledged, by process
 * @param elapsed how long the processes worked
 * @param p50Micros within what time half of the writing calls were done
 * @param p99Micros within what time 99 of 100 writing calls were done
 * @param lockErrors how often any caller was told that the lock could not be had
 * @param retries how often any process ran a write again because others held the lock
 * @param lostUpdates how many acknowledged versions are not in the file
 * @param sound whether the whole file is sound afterwards
 * @param troubles what else went wrong, for a person
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

    /** How many versions were acknowledged. */
    public long allWrites() {
        return writes.stream().mapToLong(Long::longValue).sum();
    }

    /** How many of them in a second. */
    public long perSecond() {
        return allWrites() * 1_000 / Math.max(1, elapsed.toMillis());
    }

    /** What the slowest process wrote, of what they wrote on average, to three decimals. */
    public BigDecimal slowestShare() {
        long slowest = writes.stream().mapToLong(Long::longValue).min().orElse(0);
        return BigDecimal.valueOf(slowest * writes.size())
                .divide(
                        BigDecimal.valueOf(Math.max(1, allWrites())),
                        SHARE_DECIMALS,
                        RoundingMode.DOWN);
    }

    /** Whether the promise held. */
    public boolean kept() {
        return lockErrors == 0
                && lostUpdates == 0
                && sound
                && troubles.isEmpty()
                && allWrites() > 0;
    }
}
