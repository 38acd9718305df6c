package dev.lockstep.app.cli.prove;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ProgressLine;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.prove.BuiltFrom;
import dev.lockstep.app.prove.mutation.MutantEnd;
import dev.lockstep.app.prove.mutation.MutationBody;
import dev.lockstep.app.prove.mutation.MutationReport;
import dev.lockstep.app.prove.mutation.MutationRun;
import dev.lockstep.app.runtime.SignalHandler;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.domain.port.PlatformClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows which changes of the domain's code no test notices. */
@Command(
        name = "mutation",
        description =
                "Change the domain's code in one place after the other and run the tests that "
                        + "cover it. Needs a clone, Maven and a JDK, and hours for all packages; "
                        + "docs/mutation.md has the result. The exit code is 1 if the tests notice "
                        + "less than "
                        + ProveMutationCommand.MIN_NOTICED_PERCENT
                        + " percent.")
public final class ProveMutationCommand implements Callable<Integer> {
    static final int MIN_NOTICED_PERCENT = 85;

    private static final String DOMAIN = "domain/src/main/java";
    private static final Set<String> SIGNALS = Set.of("INT", "TERM", "HUP");

    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Option(
            names = "--package",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Only these packages of the domain, separated by commas, such as "
                            + "order,usecase.close.")
    private List<String> only = List.of();

    @Option(
            names = "--report",
            paramLabel = "FILE",
            defaultValue = "lockstep-prove-mutation.json",
            description = "File for the report (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path report;

    @Option(
            names = "--document",
            paramLabel = "FILE",
            description = "Write the page of the manual with the results to FILE.")
    private @Nullable Path document;

    public ProveMutationCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        Path clone = ProgramFolder.clone(context.processEnvironment().program(), DOMAIN);
        MutationRun run =
                new MutationRun(
                        clone, List.of("mvn"), context.processEnvironment().program().javaHome());
        List<String> packages = only.isEmpty() ? run.packages() : run.known(only);
        MutationReport proof = proof(clone, run, packages);
        print(proof);
        return (noticesEnough(proof) ? ExitCode.OK : ExitCode.NO).number();
    }

    /** Writes the report after each package, since all of them take hours. */
    private MutationReport proof(Path clone, MutationRun run, List<String> packages)
            throws InterruptedException, IOException {
        PlatformClock clock = context.processEnvironment().clock();
        MutationReport proof =
                new MutationReport(
                        clock.instant(), Duration.ZERO, BuiltFrom.commit(clone), List.of());
        long began = clock.nanoTime();
        Thread running = Thread.currentThread();
        ProgressLine progress = new ProgressLine(output, context.processEnvironment().terminal());
        int done = 0;
        try (SignalHandler _ = SignalHandler.caught(SIGNALS, _ -> running.interrupt())) {
            for (String each : packages) {
                progress.phase(++done + "/" + packages.size() + " " + each);
                proof = proof.with(run.of(each), clock.since(began));
                write(proof);
            }
        } finally {
            progress.end();
        }
        return proof;
    }

    private void write(MutationReport proof) throws IOException {
        Files.writeString(report, BodyTree.of(MutationBody.of(proof)).toPrettyString() + "\n");
        if (document != null) {
            Files.writeString(document, proof.page());
        }
    }

    private static boolean noticesEnough(MutationReport proof) {
        return proof.noticedPercent() >= MIN_NOTICED_PERCENT;
    }

    private void print(MutationReport proof) {
        if (output.json()) {
            output.print(MutationBody.of(proof));
            return;
        }
        Table table =
                new Table(
                        "package", "changes", "killed", "timed out", "survived", "run by no test");
        proof.byPackage()
                .forEach((name, count) ->
                        table.row(
                                name,
                                count.all(),
                                count.of(MutantEnd.KILLED),
                                count.of(MutantEnd.TIMED_OUT),
                                count.of(MutantEnd.SURVIVED),
                                count.of(MutantEnd.NO_COVERAGE)));
        output.print(table);
        output.line(
                output.verdict(
                        noticesEnough(proof),
                        "the tests noticed %d %% of %d changes"
                                .formatted(proof.noticedPercent(), proof.mutants().size())));
    }
}
