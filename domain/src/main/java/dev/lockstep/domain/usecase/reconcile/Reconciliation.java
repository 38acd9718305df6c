package dev.lockstep.domain.usecase.reconcile;

import java.util.List;

/**
 * Our book beside the broker's.
 *
 * @param ordersHere how many orders we hold that may have reached the broker
 * @param ordersAtBroker how many orders under our ids the broker holds
 * @param external how many orders of others it holds
 * @param unreadable how many orders it holds that cannot be read; those that may be ours are
 *     differences too
 * @param differences every difference; empty where the books are in step
 */
public record Reconciliation(
        int ordersHere,
        int ordersAtBroker,
        int external,
        int unreadable,
        List<ReconciliationBreak> differences) {
    public Reconciliation {
        differences = List.copyOf(differences);
    }

    /** How many orders one side has and the other has not. */
    public long lost() {
        return differences.stream()
                .filter(difference ->
                        difference instanceof ReconciliationBreak.NotAtBroker
                                || difference instanceof ReconciliationBreak.NotHere)
                .count();
    }

    /** How many orders the broker has more than once. */
    public long duplicated() {
        return differences.stream()
                .filter(ReconciliationBreak.Duplicated.class::isInstance)
                .count();
    }

    /** How many orders nobody knows the outcome of. */
    public long unknown() {
        return differences.stream()
                .filter(ReconciliationBreak.Unresolved.class::isInstance)
                .count();
    }
}
