package dev.lockstep.benchmarks.persistence;

import dev.lockstep.benchmarks.measure.Contestant;
import dev.lockstep.benchmarks.measure.Score;
import dev.lockstep.domain.port.store.BatchMode;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import java.util.List;

/** Lockstep's repository with one caller of {@code updateAll} and several orders in each call. */
record StoreBatches(String name, Ledger ledger, int ordersInBatch) implements Contestant {
    @Override
    public Score run() throws Exception {
        List<Load.Fill> fills = ledger.load().fills();
        long[] calls = new long[Math.ceilDiv(fills.size(), ordersInBatch)];
        long took;
        try (OpenStore store = ledger.openCopy()) {
            OrderRepository repository = store.repository();
            long began = System.nanoTime();
            long last = began;
            for (int call = 0; call < calls.length; call++) {
                int from = call * ordersInBatch;
                int to = Math.min(fills.size(), from + ordersInBatch);
                repository
                        .updateAll(updates(fills.subList(from, to)), BatchMode.EACH_FOR_ITSELF)
                        .forEach(Load::requireMade);
                long now = System.nanoTime();
                calls[call] = now - last;
                last = now;
            }
            took = last - began;
        }
        ledger.checkCopy();
        return Score.of(fills.size(), took, calls);
    }

    private List<OrderUpdate> updates(List<Load.Fill> fills) {
        return fills.stream().map(fill -> Load.update(ledger.id(fill.order()), fill)).toList();
    }
}
