package dev.lockstep.benchmarks.persistence;

import dev.lockstep.benchmarks.measure.Contestant;
import dev.lockstep.benchmarks.measure.Score;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Plain pgjdbc with several callers, each with a connection of its own and one transaction for each
 * update; see {@link PostgresUnit}. The server may sync the commits of several connections at once.
 */
record PlainPostgresCallers(String name, PostgresLedger ledger, int callers) implements Contestant {
    @Override
    public Score run() throws Exception {
        ledger.copy();
        AtomicLong events = ledger.nextEvents();
        List<PostgresUnit> units = new ArrayList<>();
        Score score;
        try {
            for (int caller = 0; caller < callers; caller++) {
                units.add(new PostgresUnit(ledger.connection()));
            }
            score =
                    Callers.run(
                            ledger.load(),
                            callers,
                            Thread.ofPlatform().factory(),
                            fill ->
                                    units.get(fill.order() % callers)
                                            .run(
                                                    ledger.id(fill.order()).value(),
                                                    fill,
                                                    events.getAndIncrement()));
        } finally {
            closeAll(units);
        }
        ledger.checkCopy();
        return score;
    }

    private static void closeAll(List<PostgresUnit> units) throws SQLException {
        for (PostgresUnit unit : units) {
            unit.close();
        }
    }
}
