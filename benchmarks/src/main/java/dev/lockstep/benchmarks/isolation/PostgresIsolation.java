package dev.lockstep.benchmarks.isolation;

import dev.lockstep.benchmarks.measure.BenchmarkFinding;
import dev.lockstep.benchmarks.measure.BenchmarkOutcome;
import dev.lockstep.benchmarks.measure.Contest;
import dev.lockstep.benchmarks.measure.Contestant;
import dev.lockstep.benchmarks.measure.Goal;
import dev.lockstep.benchmarks.measure.Part;
import dev.lockstep.benchmarks.measure.PostgresRun;
import dev.lockstep.benchmarks.measure.Scores;
import dev.lockstep.benchmarks.persistence.Load;
import dev.lockstep.benchmarks.persistence.PostgresLedger;
import dev.lockstep.persistence.postgres.server.PostgresServer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Benchmark of the two ways to keep a limit over several machines in PostgreSQL: one row's lock, as
 * Lockstep's store does, and {@code SERIALIZABLE} with a repetition of refused transactions. Both
 * do the same with plain pgjdbc.
 */
public final class PostgresIsolation implements Part {
    private static final String PART = "isolation";
    private static final List<Integer> MACHINES = List.of(1, 2, 4);

    private final Load load;
    private final Consumer<String> progress;

    /**
     * Creates the benchmark.
     *
     * @param orders number of orders in the initial database
     * @param intents number of new orders in a round
     */
    public PostgresIsolation(int orders, int intents, Consumer<String> progress) {
        this.load = new Load(orders, intents);
        this.progress = progress;
    }

    @Override
    public BenchmarkOutcome measure(int rounds) throws Exception {
        return PostgresRun.measured(PART, progress, server -> measured(server, rounds));
    }

    private BenchmarkOutcome measured(PostgresServer server, int rounds) throws Exception {
        PostgresLedger ledger = PostgresLedger.made(server, load);
        List<Contestant> contestants = new ArrayList<>();
        for (int machines : MACHINES) {
            contestants.add(new GatedIntents(locked(machines), ledger, machines, true));
            contestants.add(new GatedIntents(serializable(machines), ledger, machines, false));
        }
        Scores scores = new Contest(contestants, progress).run(rounds);
        List<BenchmarkFinding> findings =
                MACHINES.stream()
                        .map(machines ->
                                scores.speed(
                                        locked(machines), serializable(machines), new Goal.Told()))
                        .toList();
        return new BenchmarkOutcome(PART, scores, findings);
    }

    private static String locked(int machines) {
        return "row lock, " + machines + " machines";
    }

    private static String serializable(int machines) {
        return "SERIALIZABLE with retry, " + machines + " machines";
    }
}
