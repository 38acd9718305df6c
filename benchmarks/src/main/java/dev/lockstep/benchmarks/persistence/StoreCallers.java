package dev.lockstep.benchmarks.persistence;

import dev.lockstep.benchmarks.measure.Contestant;
import dev.lockstep.benchmarks.measure.Score;
import dev.lockstep.domain.port.store.OrderRepository;
import java.util.concurrent.ThreadFactory;

/**
 * Lockstep's repository with its default settings and several callers that update one order in each
 * call. An update reads the order, applies the report and stores the next version with its event;
 * the call returns when that is durable.
 */
record StoreCallers(String name, Ledger ledger, int callers, ThreadFactory threads)
        implements Contestant {
    @Override
    public Score run() throws Exception {
        Score score;
        try (OpenStore store = ledger.openCopy()) {
            OrderRepository repository = store.repository();
            score =
                    Callers.run(
                            ledger.load(),
                            callers,
                            threads,
                            fill ->
                                    Load.requireMade(
                                            repository.update(
                                                    Load.update(ledger.id(fill.order()), fill))));
        }
        ledger.checkCopy();
        return score;
    }
}
