package dev.lockstep.app.prove.fuzz;

import dev.lockstep.app.prove.fuzz.parser.FuzzTargets;
import dev.lockstep.domain.port.MonotonicClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongConsumer;

/** Gives inputs to targets on several threads. An input that never ends ends the run. */
public final class FuzzRun {
    private static final Duration CHECK = Duration.ofMillis(100);

    private final ThreadFactory threads;
    private final int workers;
    private final MonotonicClock clock;

    /**
     * Creates a run.
     *
     * @param threads creates daemon threads, one of which may never end
     * @param workers how many of them
     */
    public FuzzRun(ThreadFactory threads, int workers, MonotonicClock clock) {
        this.threads = threads;
        this.workers = workers;
        this.clock = clock;
    }

    /**
     * The counts and findings of a run.
     *
     * @param counts what became of the inputs of each target
     * @param findings the bugs, by target and number of the input
     */
    public record Result(Map<FuzzTargets, TargetCounts> counts, List<FuzzFinding> findings) {
        public Result {
            counts = new EnumMap<>(counts);
            findings = List.copyOf(findings);
        }

        /** Returns the number of inputs. */
        public long inputs() {
            return counts.values().stream().mapToLong(TargetCounts::inputs).sum();
        }
    }

    /**
     * Gives all inputs of a plan to their targets.
     *
     * @param progress is called with the number of inputs so far
     */
    public Result run(FuzzPlan plan, LongConsumer progress) throws InterruptedException {
        return run(plan.batches(), new FuzzFindings(_ -> true), progress);
    }

    /**
     * Gives one input to its target again, after those that precede it in its batch; only what the
     * input itself shows is a finding.
     */
    public Result replay(FuzzTargets target, long seed, long input) throws InterruptedException {
        return replay(FuzzPlan.replay(target, seed, input));
    }

    /** Gives the last input of a batch to its target again, after the others. */
    Result replay(FuzzBatch batch) throws InterruptedException {
        return run(List.of(batch), new FuzzFindings(number -> number == batch.end() - 1), _ -> {});
    }

    Result run(List<FuzzBatch> batches, FuzzFindings findings, LongConsumer progress)
            throws InterruptedException {
        Queue<FuzzBatch> left = new ConcurrentLinkedQueue<>(batches);
        List<Worker> all = new ArrayList<>();
        try (FailureLog _ = FailureLog.open()) {
            for (int i = 0; i < workers; i++) {
                FuzzWatch watch = new FuzzWatch(clock, findings);
                all.add(new Worker(watch, threads.newThread(() -> work(left, watch))));
            }
            all.forEach(worker -> worker.thread().start());
            while (all.stream().anyMatch(worker -> worker.thread().isAlive())) {
                all.getFirst().thread().join(CHECK);
                progress.accept(all.stream().mapToLong(worker -> worker.watch().done()).sum());
                if (anyHangs(all, findings)) {
                    left.clear();
                    awaitOthers(all);
                    break;
                }
            }
        }
        return new Result(counts(all), findings.all());
    }

    private record Worker(FuzzWatch watch, Thread thread) {}

    private static void work(Queue<FuzzBatch> left, FuzzWatch watch) {
        FailureLog.enter();
        for (FuzzBatch batch = left.poll(); batch != null; batch = left.poll()) {
            batch.run(watch);
        }
    }

    private static boolean anyHangs(List<Worker> all, FuzzFindings findings) {
        boolean any = false;
        for (Worker worker : all) {
            any |=
                    worker.watch()
                            .hanging()
                            .map(hanging -> {
                                findings.add(
                                        hanging,
                                        new HangException(
                                                FuzzWatch.MAX_TIME,
                                                worker.thread().getStackTrace()));
                                return hanging;
                            })
                            .isPresent();
        }
        return any;
    }

    /** Waits for the workers that do not hang; each has at most one batch left. */
    private static void awaitOthers(List<Worker> all) throws InterruptedException {
        for (Worker worker : all) {
            while (worker.thread().isAlive() && worker.watch().hanging().isEmpty()) {
                worker.thread().join(CHECK);
            }
        }
    }

    private static Map<FuzzTargets, TargetCounts> counts(List<Worker> all) {
        Map<FuzzTargets, TargetCounts> counts = new EnumMap<>(FuzzTargets.class);
        for (Worker worker : all) {
            if (!worker.thread().isAlive()) {
                worker.watch()
                        .counts()
                        .forEach((target, of) -> counts.merge(target, of, TargetCounts::plus));
            }
        }
        return counts;
    }
}
