package dev.lockstep.app.cli.prove;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ProgressLine;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.prove.BuiltFrom;
import dev.lockstep.app.prove.fuzz.FuzzBody;
import dev.lockstep.app.prove.fuzz.FuzzFinding;
import dev.lockstep.app.prove.fuzz.FuzzPlan;
import dev.lockstep.app.prove.fuzz.FuzzReport;
import dev.lockstep.app.prove.fuzz.FuzzRun;
import dev.lockstep.app.prove.fuzz.parser.FuzzTargets;
import dev.lockstep.app.runtime.Threads;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.value.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gives broken inputs to the parsers of the program. */
@Command(
        name = "fuzz",
        description =
                "Give generated inputs to the parsers of the program: valid ones with mistakes in "
                        + "them. A parser may refuse an input, and must neither fail nor hang; "
                        + "docs/fuzz.md lists the targets. Needs no keys and no network.")
public final class ProveFuzzCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Option(
            names = "--inputs",
            paramLabel = "N",
            defaultValue = "100000",
            description =
                    "Number of inputs of all targets together (default: ${DEFAULT-VALUE}; the "
                            + "long form is 10000000).")
    private long inputs;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "0",
            description = "Seed of all inputs (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--target", paramLabel = "NAME", description = "Only this target.")
    private @Nullable String target;

    @Option(
            names = "--input",
            paramLabel = "N",
            description = "Only the input of this number; needs --target.")
    private @Nullable Long input;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            defaultValue = "lockstep-prove-fuzz.json",
            description = "File for the report (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path report;

    public ProveFuzzCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        PlatformClock clock = context.processEnvironment().clock();
        Instant at = clock.instant();
        long began = clock.nanoTime();
        FuzzRun.Result result = result();
        FuzzReport proof =
                new FuzzReport(
                        at,
                        clock.since(began),
                        BuiltFrom.commit(ProgramFolder.of(context.processEnvironment().program())),
                        seed,
                        result);
        Files.writeString(report, BodyTree.of(FuzzBody.of(proof)).toPrettyString() + "\n");
        print(proof);
        return (result.findings().isEmpty() ? ExitCode.OK : ExitCode.NO).number();
    }

    private FuzzRun.Result result() throws InterruptedException {
        FuzzTargets only = target == null ? null : FuzzTargets.of(target);
        Long number = input;
        if (number != null) {
            if (only == null) {
                throw new InvalidValueException("input", number, "together with --target");
            }
            return run(1).replay(only, seed, number);
        }
        FuzzPlan plan = only == null ? FuzzPlan.of(seed, inputs) : FuzzPlan.of(seed, inputs, only);
        ProgressLine progress = new ProgressLine(output, context.processEnvironment().terminal());
        progress.phase("feeding inputs");
        try {
            return run(Runtime.getRuntime().availableProcessors())
                    .run(plan, done -> progress.at(done, plan.total()));
        } finally {
            progress.end();
        }
    }

    private FuzzRun run(int workers) {
        return new FuzzRun(Threads.named("fuzz-"), workers, context.processEnvironment().clock());
    }

    private void print(FuzzReport proof) {
        if (output.json()) {
            output.print(FuzzBody.of(proof));
            return;
        }
        proof.result().findings().forEach(this::print);
        Table table = new Table("target", "inputs", "accepted", "refused", "failed", "longest ms");
        proof.result()
                .counts()
                .forEach((of, counts) ->
                        table.row(
                                of.word(),
                                counts.inputs(),
                                counts.accepted(),
                                counts.refused(),
                                counts.failed(),
                                counts.longest().toMillis()));
        output.print(table);
        int bugs = proof.result().findings().size();
        output.line(
                "%d inputs in %d s, %d a second; report: %s"
                        .formatted(
                                proof.result().inputs(),
                                proof.took().toSeconds(),
                                proof.perSecond(),
                                report));
        output.line(
                output.verdict(
                        bugs == 0,
                        bugs == 0
                                ? "every input was accepted or refused"
                                : bugs + " bugs were found"));
    }

    private void print(FuzzFinding finding) {
        output.line(finding.replayCommand());
        output.line("    %s: %s".formatted(finding.error(), finding.message()));
        output.line(
                "    at %s, %d times, entry %s"
                        .formatted(finding.frame(), finding.times(), finding.entry()));
        output.line("    " + finding.readable().replace("\n", "\n    "));
    }
}
