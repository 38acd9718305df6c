package dev.lockstep.app.cli.demo;

import dev.lockstep.app.demo.KilledDemo;
import dev.lockstep.domain.usecase.reconcile.Reconciliation;
import java.util.List;

/**
 * The results of killed demos in JSON.
 *
 * @param kills one for each kill
 */
record KillsBody(List<KillBody> kills) {
    /** Returns the fields of results. */
    static KillsBody of(List<KilledDemo.Round> rounds) {
        return new KillsBody(rounds.stream().map(KillBody::of).toList());
    }

    /**
     * The result of one kill.
     *
     * @param processes the number of killed processes
     * @param atBroker the number of orders at the broker
     * @param inDatabase the number of orders in the database
     * @param lost the number of orders that the database lost
     * @param duplicated the number of orders that were sent twice
     * @param unknown the number of unanswered orders
     * @param differences the number of all differences
     */
    record KillBody(
            int processes,
            int atBroker,
            int inDatabase,
            long lost,
            long duplicated,
            long unknown,
            int differences) {
        private static KillBody of(KilledDemo.Round round) {
            Reconciliation found = round.found();
            return new KillBody(
                    round.killed(),
                    found.ordersAtBroker(),
                    found.ordersHere(),
                    found.lost(),
                    found.duplicated(),
                    found.unknown(),
                    found.differences().size());
        }
    }
}
