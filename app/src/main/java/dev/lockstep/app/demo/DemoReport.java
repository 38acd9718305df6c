package dev.lockstep.app.demo;

import dev.lockstep.domain.usecase.reconcile.ReconciliationBreak;
import java.time.Duration;
import java.util.List;

/**
 * The result of a demo.
 *
 * @param requested the requested number of orders
 * @param submitted the number sent
 * @param filled the number filled in full
 * @param canceled the number canceled
 * @param rejected the number refused by the exchange
 * @param atBroker the number in the exchange's ledger
 * @param inDatabase the number stored as sent
 * @param lost the number that only one side has
 * @param duplicated the number that the exchange has more than once
 * @param differences every difference between the two sides, also harmless ones
 * @param lockErrors the number of lock errors in all processes
 * @param retries the number of writes retried because of locks
 * @param syncs the number of syncs by another process
 * @param reads the number of full reads by another process
 * @param journalMode as read back from the database
 * @param commits the number of durable commits of this process
 * @param submitting the duration of submitting, without starting the other processes
 * @param elapsed the total duration
 * @param troubles other problems
 */
public record DemoReport(
        long requested,
        long submitted,
        long filled,
        long canceled,
        long rejected,
        long atBroker,
        long inDatabase,
        long lost,
        long duplicated,
        List<ReconciliationBreak> differences,
        long lockErrors,
        long retries,
        long syncs,
        long reads,
        String journalMode,
        long commits,
        Duration submitting,
        Duration elapsed,
        List<String> troubles) {
    public DemoReport {
        differences = List.copyOf(differences);
        troubles = List.copyOf(troubles);
    }

    /** Returns whether the promise held: no order lost, none duplicated, no lock error. */
    public boolean kept() {
        return lost == 0
                && duplicated == 0
                && lockErrors == 0
                && differences.isEmpty()
                && troubles.isEmpty()
                && submitted == requested;
    }

    /** Returns the number of orders sent per second. */
    public long rate() {
        return submitted * 1_000 / Math.max(1, submitting.toMillis());
    }
}
