package dev.lockstep.app.demo;

import dev.lockstep.domain.usecase.reconcile.ReconciliationBreak;
import java.time.Duration;
import java.util.List;

/**
 * How the demo ended.
 *
 * @param wanted how many orders were to be submitted
 * @param submitted how many were sent
 * @param filled how many traded in full
 * @param canceled how many ended by a cancel
 * @param rejected how many the exchange refused
 * @param atBroker how many of them the exchange's own ledger has
 * @param inDatabase how many of them the database has as sent
 * @param lost how many one of the two has and the other has not
 * @param duplicated how many the exchange has more than once
 * @param differences every difference between the two, also those that are no loss
 * @param lockErrors how often any process was told that the lock could not be had
 * @param retries how often any process wrote again because others held the lock
 * @param syncs how often another process brought the database in step meanwhile
 * @param reads how often another process read all of it meanwhile
 * @param journalMode as read back from the database
 * @param commits how many durable commits this process made meanwhile
 * @param submitting how long submitting took, without the start of the other processes
 * @param elapsed how long it took in all
 * @param troubles what else went wrong, for a person
 */
public record DemoReport(
        long wanted,
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

    /** Whether the promise held: nothing lost, nothing doubled, nobody told of a lock. */
    public boolean kept() {
        return lost == 0
                && duplicated == 0
                && lockErrors == 0
                && differences.isEmpty()
                && troubles.isEmpty()
                && submitted == wanted;
    }

    /** How many orders were sent in a second of submitting. */
    public long rate() {
        return submitted * 1_000 / Math.max(1, submitting.toMillis());
    }
}
