package dev.lockstep.app.cli.prove;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.Logging;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ProgressLine;
import dev.lockstep.app.config.StoreTuning;
import dev.lockstep.app.config.value.LogLevel;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.prove.BuiltFrom;
import dev.lockstep.app.prove.ProofBody;
import dev.lockstep.app.prove.ProofReport;
import dev.lockstep.app.runtime.Threads;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.simulation.Prover;
import dev.lockstep.simulation.Shrinker;
import dev.lockstep.simulation.Simulation;
import dev.lockstep.simulation.Simulation.Outcome;
import dev.lockstep.simulation.process.FileDatabase;
import dev.lockstep.simulation.process.ScenarioDatabase;
import dev.lockstep.simulation.process.ServerDatabase;
import dev.lockstep.simulation.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadFactory;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Holds the whole platform against the invariants, seed after seed. */
@Command(
        name = "prove",
        description =
                "Simulate the whole platform in virtual time, with faults, and "
                        + "check its invariants against the exchange's ledger. One seed is "
                        + "one run; docs/simulation.md lists actors, faults and invariants. "
                        + "Needs no keys and no network.")
public final class ProveCommand implements Callable<Integer> {
    private static final int MOST_SEEDS = 1_000_000;
    private static final int MOST_SHRUNK = 5;

    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Mixin private ScenarioOptions scenario = new ScenarioOptions();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "Number of consecutive seeds to run (default: 100, with --seed: 1).")
    private @Nullable Integer seeds;

    @Option(names = "--seed", paramLabel = "S", description = "First seed (default: 0).")
    private @Nullable Long seed;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            defaultValue = "lockstep-prove.json",
            description = "File for the report (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path report;

    @Option(
            names = "--first-failure",
            description = "Stop at the first seed that breaks an invariant; do not minimize it.")
    private boolean firstFailure;

    public ProveCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        Supplier<ScenarioDatabase> databases = databases();
        Logging.set(LogLevel.ERROR);
        long first = seed == null ? 0 : seed;
        int count = count();
        long start = context.processEnvironment().clock().nanoTime();
        Instant began = context.processEnvironment().clock().instant();
        List<Outcome> failed =
                proven(
                        LongStream.range(first, first + count).mapToObj(scenario::of).toList(),
                        databases);
        ProofReport proof =
                new ProofReport(
                        began,
                        context.processEnvironment().clock().since(start),
                        BuiltFrom.commit(ProgramFolder.of(context.processEnvironment().program())),
                        first,
                        firstFailure && !failed.isEmpty()
                                ? (int) (failed.getFirst().scenario().seed() - first) + 1
                                : count,
                        failed);
        Files.writeString(report, BodyTree.of(ProofBody.of(proof)).toPrettyString() + "\n");
        print(proof);
        return (failed.isEmpty() ? ExitCode.OK : ExitCode.NO).number();
    }

    private int count() {
        int count = seeds == null ? (seed == null ? 100 : 1) : seeds;
        if (count < 1 || count > MOST_SEEDS) {
            throw new InvalidValueException("seeds", count, "1 to " + MOST_SEEDS);
        }
        return count;
    }

    /**
     * Returns what makes the database of a seed: a file, or a schema in the store that is named.
     */
    private Supplier<ScenarioDatabase> databases() {
        StoreTuning store = context.bookSettings().tuning().store();
        return store.server()
                .<Supplier<ScenarioDatabase>>map(
                        server -> () -> ServerDatabase.created(store.at(server)))
                .orElse(FileDatabase::created);
    }

    private List<Outcome> proven(List<Scenario> scenarios, Supplier<ScenarioDatabase> databases)
            throws InterruptedException {
        ThreadFactory threads = Threads.virtual("simulation-");
        ProgressLine progress = new ProgressLine(output, context.processEnvironment().terminal());
        progress.phase("simulating");
        Prover prover = new Prover(threads, Runtime.getRuntime().availableProcessors(), databases);
        IntConsumer played = done -> progress.at(done, scenarios.size());
        List<Outcome> failed =
                firstFailure
                        ? prover.firstFailure(scenarios, played).stream().toList()
                        : prover.prove(scenarios, played);
        progress.end();
        if (failed.isEmpty() || firstFailure) {
            return failed;
        }
        output.note("minimizing the first failures ...");
        Shrinker shrinker = new Shrinker(new Simulation(threads, databases));
        return Stream.concat(
                        failed.stream().limit(MOST_SHRUNK).map(shrinker::shrink),
                        failed.stream().skip(MOST_SHRUNK))
                .toList();
    }

    private void print(ProofReport proof) {
        if (output.json()) {
            output.print(ProofBody.of(proof));
            return;
        }
        for (Outcome outcome : proof.failures()) {
            output.line(outcome.scenario().replayCommand());
            outcome.violations().forEach(violation -> output.line("    " + violation));
        }
        output.print(
                new Table("", "")
                        .row("seeds", proof.seeds())
                        .row("first seed", proof.firstSeed())
                        .row("seconds", proof.took().toSeconds())
                        .row("commit", proof.commit().isEmpty() ? "unknown" : proof.commit())
                        .row("report", report));
        output.line(
                output.verdict(
                        proof.failures().isEmpty(),
                        proof.failures().isEmpty()
                                ? "every invariant held"
                                : proof.failures().size() + " seeds broke an invariant"));
    }
}
