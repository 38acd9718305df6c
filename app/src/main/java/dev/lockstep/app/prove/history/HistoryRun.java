package dev.lockstep.app.prove.history;

import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.config.ProcessEnvironment;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.progress.Progress;
import dev.lockstep.app.progress.StartWait;
import dev.lockstep.app.runtime.Threads;
import dev.lockstep.domain.port.MonotonicClock;
import dev.lockstep.history.ClientReply;
import dev.lockstep.history.ClientRequest;
import dev.lockstep.history.EndReader;
import dev.lockstep.history.History;
import dev.lockstep.history.HistoryClients;
import dev.lockstep.history.Invocation;
import dev.lockstep.history.SeenOrder;
import dev.lockstep.history.connection.RestPlatform;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets clients use the REST API of processes that are killed and stopped, and records it. */
public final class HistoryRun implements AutoCloseable {
    private static final Duration POLL_PAUSE = Duration.ofMillis(200);

    /** What is not over by then stays open, and breaks a rule. */
    private static final Duration MAX_SETTLE_TIME = Duration.ofMinutes(10);

    private final ProcessEnvironment surroundings;
    private final DataFolder folder;
    private final HistoryPlan plan;
    private final Progress progress;
    private final MonotonicClock clock;
    private final List<DisruptedProcess> processes = new CopyOnWriteArrayList<>();
    private final List<RestPlatform> platforms = new CopyOnWriteArrayList<>();
    private DisruptionCounts disruptions = DisruptionCounts.NONE;

    /**
     * Creates a run.
     *
     * @param folder a new folder
     */
    public HistoryRun(
            ProcessEnvironment surroundings,
            DataFolder folder,
            HistoryPlan plan,
            Progress progress) {
        this.surroundings = surroundings;
        this.folder = folder;
        this.plan = plan;
        this.progress = progress;
        this.clock = surroundings.clock();
    }

    /** Starts the processes, lets the clients work, and returns what they saw. */
    public History run() throws InterruptedException {
        progress.phase("starting " + plan.processes() + " processes");
        for (int number = 1; number <= plan.processes(); number++) {
            DisruptedProcess process =
                    DisruptedProcess.start(surroundings.program(), folder, number);
            processes.add(process);
            platforms.add(new RestPlatform(process.address()));
            awaitServing(number - 1);
        }
        HistoryClients clients =
                new HistoryClients(
                        List.copyOf(platforms),
                        clock::nanoTime,
                        millis -> surroundings.pause().of(Duration.ofMillis(millis)),
                        plan.seed());
        progress.phase(plan.clients() + " clients send requests while processes are killed");
        List<Invocation> invocations = disrupted(clients);
        progress.phase("waiting until no order changes any more");
        List<SeenOrder> end = settled(clients.keys(), invocations);
        return new History(invocations, end, LedgerLines.read(folder.exchange()));
    }

    /** Returns the number of disruptions so far. */
    public DisruptionCounts disruptions() {
        return disruptions;
    }

    /** Ends the processes. */
    @Override
    public void close() {
        processes.forEach(DisruptedProcess::close);
        platforms.forEach(RestPlatform::close);
    }

    private List<Invocation> disrupted(HistoryClients clients) throws InterruptedException {
        AtomicBoolean goesOn = new AtomicBoolean(true);
        Disruptions disrupt =
                new Disruptions(
                        List.copyOf(processes),
                        folder.exchange(),
                        new SplittableRandom(plan.seed()),
                        surroundings.pause());
        try (ExecutorService callers = Threads.callers(plan.clients() + 1)) {
            Callable<List<Invocation>> requests =
                    () -> clients.run(callers, plan.clients(), goesOn::get);
            Future<List<Invocation>> all = callers.submit(requests);
            try {
                disruptUntilOver(disrupt);
            } finally {
                goesOn.set(false);
                disrupt.end();
                disruptions = disrupt.counts();
            }
            return result(all);
        }
    }

    private void disruptUntilOver(Disruptions disrupt) throws InterruptedException {
        long began = clock.nanoTime();
        disrupt.answerWrongly();
        Duration passed = Duration.ZERO;
        while (passed.compareTo(plan.length()) < 0) {
            disrupt.next();
            passed = clock.since(began);
            progress.at(
                    Math.min(passed.toSeconds(), plan.length().toSeconds()),
                    plan.length().toSeconds());
        }
    }

    /** Reads all orders again and again until none waits for anything. */
    private List<SeenOrder> settled(List<String> keys, List<Invocation> invocations)
            throws InterruptedException {
        for (int place = 0; place < processes.size(); place++) {
            awaitServing(place);
        }
        EndReader reader = new EndReader(platforms.getFirst());
        long began = clock.nanoTime();
        while (true) {
            Optional<List<SeenOrder>> end = reader.read(keys, invocations);
            boolean over = clock.since(began).compareTo(MAX_SETTLE_TIME) >= 0;
            if (end.isPresent() && (over || EndReader.settled(end.get()))) {
                return end.get();
            }
            if (over) {
                throw new CommandEnd(
                        ExitCode.NO,
                        "the orders could not be read; see " + processes.getFirst().log());
            }
            surroundings.pause().of(POLL_PAUSE);
        }
    }

    private void awaitServing(int place) throws InterruptedException {
        DisruptedProcess process = processes.get(place);
        RestPlatform platform = platforms.get(place);
        StartWait wait = new StartWait("a process to serve", process.log(), clock);
        while (platform.reply(new ClientRequest.Read("none")) instanceof ClientReply.Missing) {
            if (!process.handle().isAlive() || !wait.goesOn(process.handle())) {
                throw new CommandEnd(ExitCode.NO, "a process does not serve; see " + process.log());
            }
            surroundings.pause().of(POLL_PAUSE);
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
