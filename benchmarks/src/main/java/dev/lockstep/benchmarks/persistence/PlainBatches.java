package dev.lockstep.benchmarks.persistence;

import dev.lockstep.benchmarks.measure.Contestant;
import dev.lockstep.benchmarks.measure.Score;
import java.nio.file.Path;
import java.util.List;

/**
 * Plain sqlite-jdbc from one thread with several units in a transaction; see {@link PlainUnit} for
 * the unit. The percentiles are those of whole transactions.
 */
record PlainBatches(String name, SqliteLedger ledger, String synchronous, int unitsInTransaction)
        implements Contestant {
    @Override
    public Score run() throws Exception {
        Path file = ledger.copy();
        List<Load.Fill> fills = ledger.load().fills();
        int transactions = Math.ceilDiv(fills.size(), unitsInTransaction);
        long[] calls = new long[transactions];
        long took;
        try (PlainUnit unit = new PlainUnit(file, synchronous)) {
            long began = System.nanoTime();
            long last = began;
            for (int call = 0; call < transactions; call++) {
                int from = call * unitsInTransaction;
                int to = Math.min(fills.size(), from + unitsInTransaction);
                unit.begin();
                for (Load.Fill fill : fills.subList(from, to)) {
                    unit.run(ledger.id(fill.order()).value(), fill);
                }
                unit.commit();
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
