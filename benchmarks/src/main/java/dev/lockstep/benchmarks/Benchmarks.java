package dev.lockstep.benchmarks;

import dev.lockstep.benchmarks.feed.CommitToSight;
import dev.lockstep.benchmarks.gateway.GatewayLoad;
import dev.lockstep.benchmarks.growth.Growth;
import dev.lockstep.benchmarks.isolation.PostgresIsolation;
import dev.lockstep.benchmarks.measure.BenchmarkOutcome;
import dev.lockstep.benchmarks.measure.Part;
import dev.lockstep.benchmarks.persistence.Checkpoints;
import dev.lockstep.benchmarks.persistence.Pages;
import dev.lockstep.benchmarks.persistence.PostgresSpeed;
import dev.lockstep.benchmarks.persistence.ReadsDuringWrites;
import dev.lockstep.benchmarks.persistence.Writes;
import dev.lockstep.benchmarks.processes.ManyProcesses;
import dev.lockstep.benchmarks.retry.RetryWrapper;
import dev.lockstep.benchmarks.screen.CommitToScreen;
import dev.lockstep.benchmarks.screen.ScreenLoad;
import dev.lockstep.benchmarks.simulator.SimulatorLoad;
import dev.lockstep.benchmarks.start.StartTimes;
import dev.lockstep.benchmarks.usecase.EventLoad;
import dev.lockstep.benchmarks.usecase.SubmitLoad;
import dev.lockstep.benchmarks.usecase.SyncLoad;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Command that measures Lockstep against its baselines and reports which goals are met. */
@Command(
        name = "benchmarks/run",
        mixinStandardHelpOptions = true,
        description = {
            "Measures Lockstep against its baselines in one run, and reports which goals are met.",
            "Each figure is the median of all rounds, with its range; ratios are paired within a round."
        })
public final class Benchmarks implements Callable<Integer> {
    private static final int MIN_ROUNDS = 1;
    private static final int FEW_ORDERS = 1_000;
    private static final int PAGE_READS = 200;
    private static final int READS = 5_000;
    private static final int PROCESSES = 8;
    private static final int CALLERS_EACH = 4;
    private static final int WRITING_SECONDS = 5;
    private static final int SEEN_ORDERS = 100;
    private static final int RETRY_CALLS = 1_000_000;
    private static final int SIMULATOR_HEAP_MEGABYTES = 1_024;
    private static final int SIMULATOR_READS = 2_000;
    private static final int GATEWAY_SUBMITS = 4_000;
    private static final int GATEWAY_READS = 1_000;
    private static final int SCREEN_SUBMITS = 3_000;
    private static final int PAINTED_ORDERS = 100;
    private static final int SUBMISSIONS = 4_000;
    private static final int OPEN_ORDERS = 10_000;
    private static final int CANCELED_ORDERS = 50;
    private static final int UNANSWERED_ORDERS = 1_000;
    private static final int FILLS = 2_000;

    @Parameters(
            paramLabel = "PART",
            description = "parts to measure: ${COMPLETION-CANDIDATES}; default: all")
    private List<PartName> parts = new ArrayList<>();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "measured rounds, after two for warm-up (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--orders",
            paramLabel = "N",
            defaultValue = "4000",
            description =
                    "orders in the database of the write benchmarks (default: ${DEFAULT-VALUE})")
    private int orders;

    @Option(
            names = "--updates",
            paramLabel = "N",
            defaultValue = "24000",
            description = "updates by each contestant in a round (default: ${DEFAULT-VALUE})")
    private int updates;

    @Option(
            names = "--many",
            paramLabel = "N",
            defaultValue = "1000000",
            description =
                    "orders in the large databases of the page and growth benchmarks, and in the"
                            + " simulator (default: ${DEFAULT-VALUE})")
    private int many;

    @Option(
            names = "--listed",
            paramLabel = "N",
            defaultValue = "100000",
            description = "orders behind the screen (default: ${DEFAULT-VALUE})")
    private int listed;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description =
                    "folder for the databases, on the disk to measure (default: the system's"
                            + " folder for temporary files)")
    private @Nullable Path folder;

    @Option(
            names = "--launcher",
            paramLabel = "FILE",
            defaultValue = "${sys:lockstep.launcher:-lockstep}",
            description = "what the parts processes and start start (default: ${DEFAULT-VALUE})")
    private Path launcher = Path.of("lockstep");

    @Option(
            names = "--chart",
            paramLabel = "FILE",
            description = "write the chart of the part growth to FILE, as an SVG image")
    private @Nullable Path chart;

    @Option(names = "--json", description = "print JSON instead of tables")
    private boolean json;

    private final PrintStream errors;

    /**
     * Creates the command.
     *
     * @param errors receives the progress, and what is wrong with the options
     */
    Benchmarks(PrintStream errors) {
        this.errors = errors;
    }

    /** Runs the command. Missed goals do not change the exit code. */
    public static void main(String[] args) {
        CommandLine line = new CommandLine(new Benchmarks(System.err));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(line.execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Optional<String> wrong = wrongOption();
        if (wrong.isPresent()) {
            errors.println(wrong.get());
            return CommandLine.ExitCode.USAGE;
        }
        BenchmarkReport report = report();
        System.out.println(json ? report.json() : report.table());
        return CommandLine.ExitCode.OK;
    }

    private Optional<String> wrongOption() {
        if (rounds < MIN_ROUNDS) {
            return Optional.of("--rounds: " + rounds + " (expected: >= " + MIN_ROUNDS + ")");
        }
        if (selected().contains(PartName.GROWTH) && many <= FEW_ORDERS) {
            return Optional.of("--many: " + many + " (expected: > " + FEW_ORDERS + " for growth)");
        }
        if (chart == null) {
            return Optional.empty();
        }
        if (!selected().contains(PartName.GROWTH)) {
            return Optional.of("--chart: " + chart + " (expected: only with the part growth)");
        }
        Path parent = chart.toAbsolutePath().getParent();
        return parent != null && Files.isDirectory(parent)
                ? Optional.empty()
                : Optional.of("--chart: " + chart + " (expected: a file in an existing folder)");
    }

    private List<PartName> selected() {
        return parts.isEmpty() ? List.of(PartName.values()) : parts;
    }

    private void writeChart(String svg) {
        if (chart == null) {
            return;
        }
        try {
            Files.writeString(chart, svg);
        } catch (IOException failed) {
            throw new UncheckedIOException("--chart " + chart + " could not be written", failed);
        }
    }

    private BenchmarkReport report() throws Exception {
        List<BenchmarkOutcome> outcomes = new ArrayList<>();
        for (PartName name : selected()) {
            try (ScratchFolder own = ScratchFolder.in(folder)) {
                outcomes.add(part(name, own.path()).measure(rounds));
            }
        }
        return new BenchmarkReport(rounds, outcomes);
    }

    private Part part(PartName name, Path own) throws IOException {
        return switch (name) {
            case WRITES -> new Writes(own, orders, updates, errors::println);
            case PAGES -> new Pages(own, FEW_ORDERS, many, PAGE_READS, errors::println);
            case GROWTH ->
                    new Growth(
                            own,
                            Growth.sizesUpTo(many),
                            PAGE_READS,
                            this::writeChart,
                            errors::println);
            case READS -> new ReadsDuringWrites(own, orders, READS, errors::println);
            case PROCESSES ->
                    new ManyProcesses(
                            launcher, PROCESSES, CALLERS_EACH, WRITING_SECONDS, errors::println);
            case CHECKPOINTS -> new Checkpoints(own, orders, updates, errors::println);
            case POSTGRES ->
                    new PostgresSpeed(
                            own, orders, updates, FEW_ORDERS, many, PAGE_READS, errors::println);
            case ISOLATION -> new PostgresIsolation(orders, updates, errors::println);
            case FEED -> new CommitToSight(SEEN_ORDERS, errors::println);
            case RETRY -> new RetryWrapper(RETRY_CALLS);
            case SIMULATOR ->
                    new SimulatorLoad(
                            FEW_ORDERS,
                            many,
                            SIMULATOR_HEAP_MEGABYTES,
                            SIMULATOR_READS,
                            errors::println);
            case GATEWAY -> new GatewayLoad(own, GATEWAY_SUBMITS, GATEWAY_READS, errors::println);
            case SCREEN ->
                    new ScreenLoad(
                            own, ScreenLoad.browser(), listed, SCREEN_SUBMITS, errors::println);
            case PAINTED ->
                    new CommitToScreen(own, ScreenLoad.browser(), PAINTED_ORDERS, errors::println);
            case SUBMIT -> new SubmitLoad(own, SUBMISSIONS, errors::println);
            case SYNC ->
                    new SyncLoad(
                            own, OPEN_ORDERS, CANCELED_ORDERS, UNANSWERED_ORDERS, errors::println);
            case EVENTS -> new EventLoad(own, FILLS, errors::println);
            case START -> new StartTimes(own, launcher, errors::println);
        };
    }

    /** Parts of the program by their names on the command line. */
    enum PartName {
        WRITES,
        PAGES,
        GROWTH,
        READS,
        PROCESSES,
        CHECKPOINTS,
        POSTGRES,
        ISOLATION,
        FEED,
        RETRY,
        SIMULATOR,
        GATEWAY,
        SCREEN,
        PAINTED,
        SUBMIT,
        SYNC,
        EVENTS,
        START
    }
}
