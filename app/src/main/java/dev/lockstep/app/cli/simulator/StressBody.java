package dev.lockstep.app.cli.simulator;

import dev.lockstep.app.stress.StressReport;
import java.math.BigDecimal;

/**
 * The result of a stress test in JSON.
 *
 * @param writes the number of acknowledged writes
 * @param perSecond the number of those in a second
 * @param p50Millis the median latency in milliseconds
 * @param p99Millis the 99th percentile in milliseconds
 * @param lockErrors the number of lock errors
 * @param lostUpdates the number of lost updates
 * @param retries the number of writes retried because of locks
 * @param slowestShare the writes of the slowest process relative to the mean
 */
record StressBody(
        long writes,
        long perSecond,
        BigDecimal p50Millis,
        BigDecimal p99Millis,
        long lockErrors,
        long lostUpdates,
        long retries,
        BigDecimal slowestShare) {
    /** The decimals of milliseconds that are counted in microseconds. */
    private static final int MICROS_DIGITS = 3;

    /** Returns the fields of a report. */
    static StressBody of(StressReport report) {
        return new StressBody(
                report.allWrites(),
                report.perSecond(),
                BigDecimal.valueOf(report.p50Micros(), MICROS_DIGITS),
                BigDecimal.valueOf(report.p99Micros(), MICROS_DIGITS),
                report.lockErrors(),
                report.lostUpdates(),
                report.retries(),
                report.slowestShare());
    }
}
