package dev.lockstep.benchmarks.start;

import dev.lockstep.benchmarks.measure.BenchmarkFinding;
import dev.lockstep.benchmarks.measure.BenchmarkOutcome;
import dev.lockstep.benchmarks.measure.Goal;
import dev.lockstep.benchmarks.measure.Part;
import dev.lockstep.benchmarks.measure.Range;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/**
 * Starts commands through the launcher as a user does, each next to an empty JVM within the same
 * round, and two of them also next to the same classes on a plain JVM: without the launcher's
 * options and caches, and without the runtime image that the launcher of a release has. Measures
 * the memory of an idle platform with its simulator.
 */
public final class StartTimes implements Part {
    private static final String EMPTY = "an empty JVM";
    private static final String VERSION = "--version";
    private static final String LIST = "order list";
    private static final String SUBMIT = "order submit";
    private static final String RUN = "run until healthy";
    private static final String ON_A_PLAIN_JVM = " on a plain JVM";
    private static final String CPU = ", CPU";
    private static final double MAX_VERSION_TIMES = 4;
    private static final double MAX_LIST_TIMES = 30;
    private static final double MAX_MEMORY_MIB = 300;
    private static final int IDLE_SECONDS = 45;
    private static final long MILLIS_PER_SECOND = 1_000;

    private final Path folder;
    private final StartCommands commands;
    private final Consumer<String> progress;
    private final Map<String, List<Cost>> costs = new LinkedHashMap<>();

    /**
     * Measures starts.
     *
     * @param folder an empty folder for the data
     * @param launcher the script that starts Lockstep
     */
    public StartTimes(Path folder, Path launcher, Consumer<String> progress) {
        this.folder = folder.resolve("data");
        this.commands = new StartCommands(launcher.toAbsolutePath(), this.folder);
        this.progress = progress;
    }

    @Override
    public BenchmarkOutcome measure(int rounds) throws Exception {
        Process simulator = simulator();
        try {
            // Builds and prepares what is not built, stores an order and fills the disk's cache.
            Cost _ = TimedCommand.measure(commands.submit());
            for (int round = 1; round <= rounds; round++) {
                record(round, EMPTY, TimedCommand.measure(commands.empty()));
                record(round, VERSION, TimedCommand.measure(commands.version()));
                record(round, LIST, TimedCommand.measure(commands.launched("order", "list")));
                record(round, SUBMIT, TimedCommand.measure(commands.submit()));
                record(
                        round,
                        LIST + ON_A_PLAIN_JVM,
                        TimedCommand.measure(commands.onPlainJvm("order", "list")));
                recordRun(round, RUN, commands.launched("run", "--port", "0"));
                recordRun(round, RUN + ON_A_PLAIN_JVM, commands.onPlainJvm("run", "--port", "0"));
            }
            return new BenchmarkOutcome("start", findings(memory(simulator)));
        } finally {
            simulator.destroy();
            simulator.onExit().join();
        }
    }

    private Process simulator() throws IOException {
        Process simulator =
                new ProcessBuilder(
                                commands.launched(
                                        "simulator",
                                        "--state",
                                        folder.resolve("exchange").toString(),
                                        "--requests-per-minute",
                                        "0"))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (simulator.inputReader().readLine() == null) {
            throw new IOException("the simulator ended before it listened");
        }
        return simulator;
    }

    private void recordRun(int round, String name, List<String> command)
            throws IOException, InterruptedException {
        try (RunningPlatform running = new RunningPlatform(command)) {
            record(round, name, running.cost());
        }
    }

    private Memory memory(Process simulator) throws IOException, InterruptedException {
        try (RunningPlatform running =
                new RunningPlatform(commands.launched("run", "--port", "0"))) {
            progress.accept("memory after " + IDLE_SECONDS + " s");
            Thread.sleep(IDLE_SECONDS * MILLIS_PER_SECOND);
            Memory platform = Memory.of(running.handle());
            Memory exchange = Memory.of(simulator.toHandle());
            progress.accept(
                    "run %.0f MiB, simulator %.0f MiB"
                            .formatted(platform.resident(), exchange.resident()));
            return platform.and(exchange);
        }
    }

    private void record(int round, String name, Cost cost) {
        progress.accept(
                "round %d  %-32s %.3f s, %.3f s of CPU"
                        .formatted(round, name, cost.seconds(), cost.cpuSeconds()));
        costs.computeIfAbsent(name, _ -> new ArrayList<>()).add(cost);
    }

    private List<BenchmarkFinding> findings(Memory memory) {
        List<BenchmarkFinding> findings = new ArrayList<>();
        for (String name : List.of(VERSION, LIST, SUBMIT, RUN)) {
            findings.add(
                    ratio(
                            name,
                            EMPTY,
                            "",
                            Cost::seconds,
                            name.equals(VERSION)
                                    ? new Goal.AtMost(MAX_VERSION_TIMES)
                                    : new Goal.Told()));
            findings.add(
                    ratio(
                            name,
                            EMPTY,
                            CPU,
                            Cost::cpuSeconds,
                            name.equals(LIST) ? new Goal.AtMost(MAX_LIST_TIMES) : new Goal.Told()));
        }
        for (String name : List.of(LIST, RUN)) {
            String plain = name + ON_A_PLAIN_JVM;
            findings.add(ratio(name, plain, "", Cost::seconds, new Goal.Told()));
            findings.add(ratio(name, plain, CPU, Cost::cpuSeconds, new Goal.Told()));
        }
        findings.add(
                new BenchmarkFinding(
                        "memory of an idle run with its simulator, shared pages counted twice",
                        "MiB",
                        Range.of(memory.resident()),
                        new Goal.Told()));
        findings.add(
                new BenchmarkFinding(
                        "memory of an idle run with its simulator, shared pages counted once",
                        "MiB",
                        Range.of(memory.proportional()),
                        new Goal.AtMost(MAX_MEMORY_MIB)));
        return findings;
    }

    private BenchmarkFinding ratio(
            String name, String baseline, String suffix, ToDoubleFunction<Cost> of, Goal goal) {
        List<Cost> over = costs.getOrDefault(name, List.of());
        List<Cost> under = costs.getOrDefault(baseline, List.of());
        double[] ratios = new double[over.size()];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = of.applyAsDouble(over.get(round)) / of.applyAsDouble(under.get(round));
        }
        return new BenchmarkFinding(name + " ÷ " + baseline + suffix, "x", Range.of(ratios), goal);
    }
}
