package dev.lockstep.app.prove.history;

import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.config.ProcessEnvironment;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.progress.Progress;
import dev.lockstep.app.runtime.Threads;
import dev.lockstep.domain.port.MonotonicClock;
import dev.lockstep.history.EndReader;
import dev.lockstep.history.History;
import dev.lockstep.history.HistoryClients;
import dev.lockstep.history.Invocation;
import dev.lockstep.history.SeenOrder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets clients use the REST API of processes under given conditions, and records what they see. */
public final class HistoryRun implements AutoCloseable {
    private final ProcessEnvironment processEnvironment;
    private final DataFolder folder;
    private final HistoryPlan plan;
    private final RunConditions conditions;
    private final Progress progress;
    private final MonotonicClock clock;
    private final ServingProcesses processes;

    /**
     * Creates a run.
     *
     * @param folder a new folder
     */
    public HistoryRun(
            ProcessEnvironment processEnvironment,
            DataFolder folder,
            HistoryPlan plan,
            RunConditions conditions,
            Progress progress) {
        this.processEnvironment = processEnvironment;
        this.folder = folder;
        this.plan = plan;
        this.conditions = conditions;
        this.progress = progress;
        this.clock = processEnvironment.clock();
        this.processes = new ServingProcesses(processEnvironment);
    }

    /** Starts the processes, lets the clients work, and returns what they saw. */
    public History run() throws InterruptedException {
        progress.phase("starting " + plan.processes() + " processes");
        processes.start(folder, plan.processes(), conditions.runOptions());
        HistoryClients clients =
                new HistoryClients(
                        List.copyOf(processes.platforms()),
                        clock::nanoTime,
                        millis -> processEnvironment.pause().of(Duration.ofMillis(millis)),
                        plan.pace(),
                        plan.seed());
        progress.phase(plan.clients() + " clients send requests while " + conditions.phase());
        List<Invocation> invocations = underConditions(clients);
        progress.phase("waiting until no order changes any more");
        processes.awaitServing();
        List<SeenOrder> end =
                new SettledOrders(
                                new EndReader(processes.platforms().getFirst()),
                                clock,
                                processEnvironment.pause())
                        .read(clients.keys(), invocations)
                        .orElseThrow(() ->
                                new CommandEnd(
                                        ExitCode.NO,
                                        "the orders could not be read; see "
                                                + processes.all().getFirst().log()));
        return new History(invocations, end, LedgerLines.read(folder.exchange()));
    }

    /** Ends the processes. */
    @Override
    public void close() {
        processes.close();
    }

    private List<Invocation> underConditions(HistoryClients clients) throws InterruptedException {
        AtomicBoolean goesOn = new AtomicBoolean(true);
        try (ExecutorService callers = Threads.callers(plan.clients() + 1)) {
            Callable<List<Invocation>> requests =
                    () -> clients.run(callers, plan.clients(), goesOn::get);
            Future<List<Invocation>> all = callers.submit(requests);
            try {
                conditionsUntilOver();
            } finally {
                goesOn.set(false);
                conditions.end();
            }
            return result(all);
        }
    }

    private void conditionsUntilOver() throws InterruptedException {
        long began = clock.nanoTime();
        conditions.begin(processes.all());
        Duration passed = Duration.ZERO;
        while (passed.compareTo(plan.length()) < 0) {
            conditions.next();
            passed = clock.since(began);
            progress.at(
                    Math.min(passed.toSeconds(), plan.length().toSeconds()),
                    plan.length().toSeconds());
        }
    }

    private static List<Invocation> result(Future<List<Invocation>> all)
            throws InterruptedException {
        try {
            return all.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }
}
