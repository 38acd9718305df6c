package dev.lockstep.app.cli.demo;

import dev.lockstep.app.demo.DemoReport;

/**
 * The result of a demo in JSON.
 *
 * @param submitted the number of submitted orders
 * @param filled the number of filled ones
 * @param canceled the number of canceled ones
 * @param atBroker the number of orders at the broker
 * @param inDatabase the number of orders in the database
 * @param lost the number of orders that the database lost
 * @param duplicated the number of orders that were sent twice
 * @param lockErrors the number of lock errors
 * @param retries the number of writes retried because of locks
 * @param journalMode the journal mode of the database
 * @param ordersPerSecond the number of orders sent in a second
 * @param commits the number of durable commits of this process
 * @param elapsedMillis the duration in milliseconds
 */
record DemoBody(
        long submitted,
        long filled,
        long canceled,
        long atBroker,
        long inDatabase,
        long lost,
        long duplicated,
        long lockErrors,
        long retries,
        String journalMode,
        long ordersPerSecond,
        long commits,
        long elapsedMillis) {
    /** Returns the fields of a report. */
    static DemoBody of(DemoReport report) {
        return new DemoBody(
                report.submitted(),
                report.filled(),
                report.canceled(),
                report.atBroker(),
                report.inDatabase(),
                report.lost(),
                report.duplicated(),
                report.lockErrors(),
                report.retries(),
                report.journalMode(),
                report.rate(),
                report.commits(),
                report.elapsed().toMillis());
    }
}
