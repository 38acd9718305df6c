package dev.lockstep.benchmarks.persistence;

import dev.lockstep.benchmarks.measure.Contestant;
import dev.lockstep.benchmarks.measure.Score;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Plain pgjdbc from one thread with a batch of several units in a transaction; see {@link
 * PostgresUnit}. The percentiles are those of whole transactions.
 */
record PlainPostgresBatches(String name, PostgresLedger ledger, int unitsInTransaction)
        implements Contestant {
    @Override
    public Score run() throws Exception {
        ledger.copy();
        AtomicLong events = ledger.nextEvents();
        List<Load.Fill> fills = ledger.load().fills();
        long[] calls = new long[Math.ceilDiv(fills.size(), unitsInTransaction)];
        long took;
        try (PostgresUnit unit = new PostgresUnit(ledger.connection())) {
            long began = System.nanoTime();
            long last = began;
            for (int call = 0; call < calls.length; call++) {
                int from = call * unitsInTransaction;
                int to = Math.min(fills.size(), from + unitsInTransaction);
                for (Load.Fill fill : fills.subList(from, to)) {
                    unit.add(ledger.id(fill.order()).value(), fill, events.getAndIncrement());
                }
                unit.runBatch();
                long now = System.nanoTime();
                calls[call] = now - last;
                last = now;
            }
            took = last - began;
        }
        ledger.checkCopy();
        return Score.of(fills.size(), took, calls);
    }
}
