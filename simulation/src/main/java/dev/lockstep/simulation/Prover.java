package dev.lockstep.simulation;

import dev.lockstep.simulation.Simulation.Outcome;
import dev.lockstep.simulation.process.ScenarioDatabase;
import dev.lockstep.simulation.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Plays many seeds on several cores. */
public final class Prover {
    private final ThreadFactory threads;
    private final int cores;
    private final Function<Scenario, Outcome> player;

    /**
     * A prover with SQLite files.
     *
     * @param threads makes the threads of players and actors; virtual ones are enough for both
     * @param cores how many scenarios are played at once
     */
    public Prover(ThreadFactory threads, int cores) {
        this(threads, cores, new Simulation(threads)::play);
    }

    /**
     * A prover.
     *
     * @param databases makes the database of each scenario
     */
    public Prover(ThreadFactory threads, int cores, Supplier<ScenarioDatabase> databases) {
        this(threads, cores, new Simulation(threads, databases)::play);
    }

    Prover(ThreadFactory threads, int cores, Function<Scenario, Outcome> player) {
        this.threads = threads;
        this.cores = cores;
        this.player = player;
    }

    /**
     * Plays these scenarios.
     *
     * @param played is called with the number of scenarios played so far, by several threads
     * @return those that broke an invariant, in order
     */
    public List<Outcome> prove(List<Scenario> scenarios, IntConsumer played)
            throws InterruptedException {
        return failures(scenarios, played, _ -> true);
    }

    /**
     * Plays these scenarios until one of them breaks an invariant.
     *
     * @param played is called with the number of scenarios played so far, by several threads
     * @return the first in their order that broke an invariant, empty if all of them passed
     */
    public Optional<Outcome> firstFailure(List<Scenario> scenarios, IntConsumer played)
            throws InterruptedException {
        // Scenarios begin in their order, so each one before the first that fails is played.
        return failures(scenarios, played, failed -> !failed).stream().findFirst();
    }

    private List<Outcome> failures(
            List<Scenario> scenarios, IntConsumer played, Predicate<Boolean> goOn)
            throws InterruptedException {
        AtomicInteger done = new AtomicInteger();
        AtomicBoolean broken = new AtomicBoolean();
        List<Future<Optional<Outcome>>> running = new ArrayList<>();
        List<Outcome> failed = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(cores, threads)) {
            for (Scenario scenario : scenarios) {
                running.add(
                        pool.submit(() -> {
                            if (!goOn.test(broken.get())) {
                                return Optional.<Outcome>empty();
                            }
                            Outcome outcome = player.apply(scenario);
                            broken.compareAndSet(false, !outcome.passed());
                            played.accept(done.incrementAndGet());
                            // What passed is not kept: there may be very many.
                            return Optional.of(outcome).filter(one -> !one.passed());
                        }));
            }
            for (Future<Optional<Outcome>> one : running) {
                outcome(one).ifPresent(failed::add);
            }
        }
        return failed;
    }

    private static Optional<Outcome> outcome(Future<Optional<Outcome>> one)
            throws InterruptedException {
        try {
            return one.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the simulation itself failed", failed.getCause());
        }
    }
}
