package dev.lockstep.simulation;

import dev.lockstep.simulation.check.Violation;
import dev.lockstep.simulation.process.FileDatabase;
import dev.lockstep.simulation.process.ScenarioDatabase;
import dev.lockstep.simulation.scenario.Scenario;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/** Plays scenarios, each with a database of its own that is removed afterwards. */
public final class Simulation {
    private final ThreadFactory threads;
    private final Supplier<ScenarioDatabase> databases;

    /**
     * A simulation with SQLite files.
     *
     * @param threads makes the actors' threads; virtual ones are enough
     */
    public Simulation(ThreadFactory threads) {
        this(threads, FileDatabase::created);
    }

    /**
     * A simulation.
     *
     * @param threads makes the actors' threads; virtual ones are enough
     * @param databases makes the database of each scenario
     */
    public Simulation(ThreadFactory threads, Supplier<ScenarioDatabase> databases) {
        this.threads = threads;
        this.databases = databases;
    }

    /**
     * What came of a scenario.
     *
     * @param scenario what was played
     * @param violations the invariants that did not hold
     * @param trace what happened, in order
     */
    public record Outcome(Scenario scenario, List<Violation> violations, List<String> trace) {
        public Outcome {
            violations = List.copyOf(violations);
            trace = List.copyOf(trace);
        }

        public boolean passed() {
            return violations.isEmpty();
        }
    }

    /** Plays it; the same scenario has the same outcome. */
    public Outcome play(Scenario scenario) {
        try (ScenarioDatabase database = databases.get();
                World world = new World(scenario, database, threads)) {
            List<Violation> violations = world.play();
            return new Outcome(scenario, violations, world.trace());
        }
    }
}
