package dev.lockstep.app.cli.simulator;

import dev.lockstep.app.stress.StressReport;
import java.math.BigDecimal;

/**
 * The result of a stress test in JSON.
 *
 * @param writes the number of acknowledged writes
 * @param perSecond the number of those in a second
 * @param p50Micros the median latency in microseconds
 * @param p99Micros the 99th percentile in microseconds
 * @param lockErrors the number of lock errors
 * @param lostUpdates the number of lost updates
 * @param retries the number of writes retried because of locks
 * @param slowestShare the writes of the slowest process relative to the mean
 */
record StressBody(
        long writes,
        long perSecond,
        long p50Micros,
        long p99Micros,
        long lockErrors,
        long lostUpdates,
        long retries,
        BigDecimal slowestShare) {
    /** Returns the fields of a report. */
    static StressBody of(StressReport report) {
        return new StressBody(
                report.allWrites(),
                report.perSecond(),
                report.p50Micros(),
                report.p99Micros(),
                report.lockErrors(),
                report.lostUpdates(),
                report.retries(),
                report.slowestShare());
    }
}
