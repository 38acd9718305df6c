package dev.lockstep.simulation;

import dev.lockstep.simulation.Simulation.Outcome;
import dev.lockstep.simulation.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Plays many seeds on several cores. */
public final class Prover {
    private final ThreadFactory threads;
    private final int cores;

    /**
     * A prover.
     *
     * @param threads makes the threads of players and actors; virtual ones are enough for both
     * @param cores how many scenarios are played at once
     */
    public Prover(ThreadFactory threads, int cores) {
        this.threads = threads;
        this.cores = cores;
    }

    /**
     * Plays these scenarios.
     *
     * @param played is called with the number of scenarios played so far, by several threads
     * @return those that broke an invariant, in order
     */
    public List<Outcome> prove(List<Scenario> scenarios, IntConsumer played)
            throws InterruptedException {
        Simulation simulation = new Simulation(threads);
        AtomicInteger done = new AtomicInteger();
        List<Future<Optional<Outcome>>> running = new ArrayList<>();
        List<Outcome> failed = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(cores, threads)) {
            for (Scenario scenario : scenarios) {
                running.add(
                        pool.submit(() -> {
                            Outcome outcome = simulation.play(scenario);
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
