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
 * round, and measures the memory of an idle platform with its simulator.
 */
public final class StartTimes implements Part {
    private static final String EMPTY = "an empty JVM";
    private static final String VERSION = "--version";
    private static final String LIST = "order list";
    private static final String SUBMIT = "order submit";
    private static final String RUN = "run until healthy";
    private static final double MAX_VERSION_TIMES = 4;
    private static final double MAX_LIST_TIMES = 30;
    private static final double MAX_MEMORY_MIB = 300;
    private static final int IDLE_SECONDS = 45;
    private static final long MILLIS_PER_SECOND = 1_000;

    private final Path folder;
    private final Path launcher;
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
        this.launcher = launcher.toAbsolutePath();
        this.progress = progress;
    }

    @Override
    public BenchmarkOutcome measure(int rounds) throws Exception {
        Process simulator = simulator();
        try {
            // Builds and prepares what is not built, stores an order and fills the disk's cache.
            Cost _ = TimedCommand.measure(submit());
            for (int round = 1; round <= rounds; round++) {
                record(round, EMPTY, TimedCommand.measure(empty()));
                record(round, VERSION, TimedCommand.measure(List.of(launcher.toString(), VERSION)));
                record(round, LIST, TimedCommand.measure(command("order", "list")));
                record(round, SUBMIT, TimedCommand.measure(submit()));
                try (RunningPlatform running = running()) {
                    record(round, RUN, running.cost());
                }
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
                                command(
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

    private RunningPlatform running() throws IOException, InterruptedException {
        return new RunningPlatform(command("run", "--port", "0"));
    }

    private Memory memory(Process simulator) throws IOException, InterruptedException {
        try (RunningPlatform running = running()) {
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
                "round %d  %-20s %.3f s, %.3f s of CPU"
                        .formatted(round, name, cost.seconds(), cost.cpuSeconds()));
        costs.computeIfAbsent(name, _ -> new ArrayList<>()).add(cost);
    }

    private List<BenchmarkFinding> findings(Memory memory) {
        List<BenchmarkFinding> findings = new ArrayList<>();
        for (String name : List.of(VERSION, LIST, SUBMIT, RUN)) {
            findings.add(
                    ratio(
                            name + " ÷ " + EMPTY,
                            name,
                            Cost::seconds,
                            name.equals(VERSION)
                                    ? new Goal.AtMost(MAX_VERSION_TIMES)
                                    : new Goal.Told()));
            findings.add(
                    ratio(
                            name + " ÷ " + EMPTY + ", CPU",
                            name,
                            Cost::cpuSeconds,
                            name.equals(LIST) ? new Goal.AtMost(MAX_LIST_TIMES) : new Goal.Told()));
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
            String title, String name, ToDoubleFunction<Cost> of, Goal goal) {
        List<Cost> over = costs.getOrDefault(name, List.of());
        List<Cost> under = costs.getOrDefault(EMPTY, List.of());
        double[] ratios = new double[over.size()];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = of.applyAsDouble(over.get(round)) / of.applyAsDouble(under.get(round));
        }
        return new BenchmarkFinding(title, "x", Range.of(ratios), goal);
    }

    private static List<String> empty() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                EmptyProgram.class.getName());
    }

    private List<String> submit() {
        return command(
                "order",
                "submit",
                "--symbol",
                "F",
                "--side",
                "buy",
                "--qty",
                "1",
                "--limit-price",
                "1");
    }

    private List<String> command(String... words) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", folder.toString()));
        return command;
    }
}
