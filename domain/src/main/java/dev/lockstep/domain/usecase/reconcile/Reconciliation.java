package dev.lockstep.domain.usecase.reconcile;

import java.util.List;

/**
 * The result of comparing our orders with those at the broker.
 *
 * @param ordersHere the number of our orders that may have reached the broker
 * @param ordersAtBroker the number of orders at the broker with our ids
 * @param external the number of external orders
 * @param unreadable the number of unreadable orders; those that may be ours are differences too
 * @param differences every difference; empty if both sides are reconciled
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

    /** Returns the number of orders that only one side has. */
    public long lost() {
        return differences.stream()
                .filter(difference ->
                        difference instanceof ReconciliationBreak.NotAtBroker
                                || difference instanceof ReconciliationBreak.NotHere)
                .count();
    }

    /** Returns the number of orders that the broker has more than once. */
    public long duplicated() {
        return differences.stream()
                .filter(ReconciliationBreak.Duplicated.class::isInstance)
                .count();
    }

    /** Returns the number of unanswered orders. */
    public long unknown() {
        return differences.stream()
                .filter(ReconciliationBreak.Unresolved.class::isInstance)
                .count();
    }
}
