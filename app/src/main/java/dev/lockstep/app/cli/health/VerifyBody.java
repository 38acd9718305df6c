package dev.lockstep.app.cli.health;

import dev.lockstep.domain.usecase.reconcile.Reconciliation;
import dev.lockstep.domain.usecase.reconcile.ReconciliationBreak;
import java.util.List;

/**
 * The differences between the database and the broker in JSON.
 *
 * @param lost the number of orders that the broker has and the database has not
 * @param unreadable the number of orders at the broker that cannot be read
 * @param duplicated the number of orders that the broker has more than once
 * @param unknown the number of unanswered orders
 * @param differences the differences, in one line each
 */
record VerifyBody(
        long lost, int unreadable, long duplicated, long unknown, List<String> differences) {
    /** Returns the fields of a comparison. */
    static VerifyBody of(Reconciliation found) {
        return new VerifyBody(
                found.lost(),
                found.unreadable(),
                found.duplicated(),
                found.unknown(),
                found.differences().stream().map(ReconciliationBreak::text).toList());
    }
}
