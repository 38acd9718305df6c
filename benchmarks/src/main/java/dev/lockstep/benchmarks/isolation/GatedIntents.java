package dev.lockstep.benchmarks.isolation;

import dev.lockstep.benchmarks.measure.Contestant;
import dev.lockstep.benchmarks.measure.Score;
import dev.lockstep.benchmarks.persistence.PostgresLedger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * New orders under a limit, by several machines at once, each with a thread and a connection of its
 * own; see {@link GatedUnit}. Afterwards the limit of each instrument is reached and not exceeded.
 */
record GatedIntents(String name, PostgresLedger ledger, int machines, boolean locks)
        implements Contestant {
    private static final int SYMBOLS = 8;
    private static final int GROUP = 8;

    @Override
    public Score run() throws Exception {
        ledger.copy();
        int groups = ledger.load().updates() / GROUP / machines;
        int limit = groups * GROUP * machines / SYMBOLS;
        ExecutorService threads = Executors.newFixedThreadPool(machines);
        try {
            long began = System.nanoTime();
            List<Future<long[]>> running =
                    threads.invokeAll(
                            IntStream.range(0, machines)
                                    .<Callable<long[]>>mapToObj(
                                            machine -> () -> times(machine, groups, limit))
                                    .toList());
            long took = System.nanoTime() - began;
            long[] times = new long[0];
            for (Future<long[]> each : running) {
                long[] more = each.get();
                int before = times.length;
                times = Arrays.copyOf(times, before + more.length);
                System.arraycopy(more, 0, times, before, more.length);
            }
            requireWithin(limit);
            return Score.of((long) groups * GROUP * machines, took, times);
        } finally {
            threads.shutdown();
        }
    }

    private long[] times(int machine, int groups, int limit) throws SQLException {
        long[] times = new long[groups];
        try (GatedUnit unit = new GatedUnit(ledger.connection(), locks)) {
            for (int group = 0; group < groups; group++) {
                int number = machine * groups + group;
                long began = System.nanoTime();
                unit.store("S" + number % SYMBOLS, limit, number * GROUP, GROUP);
                times[group] = System.nanoTime() - began;
            }
        }
        return times;
    }

    private void requireWithin(int limit) throws SQLException {
        try (Connection connection = ledger.connection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT symbol, count(*) FROM orders WHERE symbol LIKE 'S_'"
                                        + " GROUP BY symbol")) {
            while (row.next()) {
                if (row.getLong(2) > limit) {
                    throw new IllegalStateException(
                            row.getString(1) + ": " + row.getLong(2) + " orders, limit " + limit);
                }
            }
        }
    }
}
