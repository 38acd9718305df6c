package dev.lockstep.app.prove.kill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.config.ProcessEnvironment;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.platform.PlatformFactory;
import dev.lockstep.app.progress.Progress;
import dev.lockstep.app.prove.disk.library.DiskLibrary;
import dev.lockstep.app.runtime.Threads;
import dev.lockstep.app.simulator.OwnSimulator;
import dev.lockstep.app.simulator.SimulatorWatch;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.simulator.ExchangeLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Kills and stops processes in cycles, and compares the orders with the exchange. */
public final class KillRun {
    /** An order without an answer may need two minutes until the broker's word on it counts. */
    private static final Duration MAX_SETTLE_TIME = Duration.ofMinutes(5);

    private static final Duration POLL_PAUSE = Duration.ofSeconds(1);
    private static final int CYCLES_BETWEEN_COMPARISONS = 20;
    private static final List<String> COUNTS =
            List.of("lost", "unreadable", "duplicated", "unknown");

    private final ProcessEnvironment processEnvironment;
    private final PlatformFactory platforms;
    private final DataFolder folder;
    private final KillPlan plan;
    private final Progress progress;
    private final Consumer<String> notes;
    private final List<KillViolation> violations = new ArrayList<>();
    private final KillOutcomes outcomes = new KillOutcomes();
    private int comparisons;

    /**
     * Creates a run.
     *
     * @param folder a new folder
     * @param notes receives remarks
     */
    public KillRun(
            ProcessEnvironment processEnvironment,
            PlatformFactory platforms,
            DataFolder folder,
            KillPlan plan,
            Progress progress,
            Consumer<String> notes) {
        this.processEnvironment = processEnvironment;
        this.platforms = platforms;
        this.folder = folder;
        this.plan = plan;
        this.progress = progress;
        this.notes = notes;
    }

    /**
     * Does the cycles.
     *
     * @param commit the commit of the program
     * @param goesOn asked after each cycle; the run ends early when it returns false
     */
    public KillReport run(String commit, BooleanSupplier goesOn)
            throws IOException, InterruptedException {
        PlatformClock clock = processEnvironment.clock();
        Instant at = clock.instant();
        long began = clock.nanoTime();
        Path scratch = Files.createDirectory(folder.path().resolve("processes"));
        StoppableProcess.Start given =
                new StoppableProcess.Start(
                        processEnvironment.program(),
                        DiskLibrary.compiled(scratch),
                        scratch,
                        clock,
                        processEnvironment.pause());
        OwnSimulator exchange = platforms.simulator(Settings.ofOwnSimulator(folder));
        exchange.address();
        progress.phase("starting");
        KillBooks books = new KillBooks(platforms, folder);
        try (SimulatorWatch _ =
                        new SimulatorWatch(
                                exchange,
                                processEnvironment.pause(),
                                Threads.named("simulator-watch-"),
                                notes);
                ServerUnderTest server = new ServerUnderTest(given, folder)) {
            Threads.atExit(server::close);
            KillCycles cycles = new KillCycles(given, folder, server, books, outcomes);
            progress.phase("killing and stopping processes");
            int done = cycles(cycles, server, books, given, goesOn);
            return new KillReport(
                    at,
                    clock.since(began),
                    commit,
                    plan.seed(),
                    done,
                    comparisons,
                    ExchangeLedger.read(folder.exchange()).size(),
                    outcomes.counts(),
                    violations);
        } finally {
            exchange.stop();
        }
    }

    private int cycles(
            KillCycles cycles,
            ServerUnderTest server,
            KillBooks books,
            StoppableProcess.Start given,
            BooleanSupplier goesOn)
            throws IOException, InterruptedException {
        for (int done = 0; done < plan.cycles(); done++) {
            int cycle = plan.first() + done;
            KillChoice choice = KillChoice.of(plan.seed(), cycle);
            violated(cycle, choice, cycles.faults(choice));
            violated(cycle, choice, books.faults());
            boolean last = done + 1 == plan.cycles() || !goesOn.getAsBoolean();
            if (last || (done + 1) % CYCLES_BETWEEN_COMPARISONS == 0) {
                server.ensureServing();
                violated(cycle, choice, differences(given));
            }
            progress.at(done + 1, plan.cycles());
            if (last || !violations.isEmpty()) {
                return done + 1;
            }
        }
        return plan.cycles();
    }

    private void violated(int cycle, KillChoice choice, List<String> faults) {
        faults.forEach(fault ->
                violations.add(new KillViolation(plan.seed(), cycle, choice.toString(), fault)));
    }

    /** Compares until everything is answered; returns what then differs. */
    private List<String> differences(StoppableProcess.Start given)
            throws IOException, InterruptedException {
        comparisons++;
        PlatformClock clock = processEnvironment.clock();
        long began = clock.nanoTime();
        String said = "";
        while (clock.since(began).compareTo(MAX_SETTLE_TIME) < 0) {
            said = verified(given);
            if (equal(said)) {
                return List.of();
            }
            processEnvironment.pause().of(POLL_PAUSE);
        }
        return List.of("the orders differ from the exchange's: " + said);
    }

    private String verified(StoppableProcess.Start given) throws IOException, InterruptedException {
        List<String> arguments = List.of("verify", "--json", "--data", folder.path().toString());
        try (StoppableProcess process = StoppableProcess.start(given, folder.path(), arguments)) {
            process.ended(MAX_SETTLE_TIME);
            return process.output().strip();
        }
    }

    private static boolean equal(String json) throws IOException {
        if (!json.startsWith("{")) {
            return false;
        }
        JsonNode result = JsonMapper.builder().build().readTree(json);
        return COUNTS.stream().allMatch(name -> result.path(name).asInt(1) == 0)
                && result.path("differences").isArray()
                && result.path("differences").isEmpty();
    }
}
