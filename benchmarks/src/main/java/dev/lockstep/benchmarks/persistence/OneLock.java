package dev.lockstep.benchmarks.persistence;

import dev.lockstep.benchmarks.measure.Contestant;
import dev.lockstep.benchmarks.measure.Score;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The design that Lockstep replaces, at its best: WAL and NORMAL, many callers, one process-wide
 * lock, one transaction for each update, and only the two statements of {@link PlainUnit} under the
 * lock.
 */
record OneLock(String name, SqliteLedger ledger, int callers) implements Contestant {
    @Override
    public Score run() throws Exception {
        Path file = ledger.copy();
        Score score;
        ReentrantLock lock = new ReentrantLock();
        try (PlainUnit unit = new PlainUnit(file, "NORMAL")) {
            score =
                    Callers.run(
                            ledger.load(),
                            callers,
                            Thread.ofPlatform().factory(),
                            fill -> {
                                lock.lock();
                                try {
                                    unit.begin();
                                    unit.run(ledger.id(fill.order()).value(), fill);
                                    unit.commit();
                                } finally {
                                    lock.unlock();
                                }
                            });
        }
        ledger.checkCopy();
        return score;
    }
}
