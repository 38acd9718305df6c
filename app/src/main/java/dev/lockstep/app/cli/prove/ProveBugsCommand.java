package dev.lockstep.app.cli.prove;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ProgressLine;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.prove.BugReport;
import dev.lockstep.app.prove.BugTrial;
import dev.lockstep.app.prove.BugsBody;
import dev.lockstep.app.prove.BuiltFrom;
import dev.lockstep.app.prove.SeededBug;
import dev.lockstep.app.runtime.SignalHandler;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.value.InvalidValueException;
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

/** Shows that the checks fail when the platform has a bug. */
@Command(
        name = "bugs",
        description =
                "Put one known bug after the other into the platform and check that the "
                        + "simulation, or a test, catches it. Needs a clone, git and a JDK; "
                        + "docs/seeded-bugs.md lists the bugs.")
public final class ProveBugsCommand implements Callable<Integer> {
    private static final String BUGS = "simulation-tests/bugs";
    private static final int MAX_SEEDS = 100_000;
    private static final Set<String> SIGNALS = Set.of("INT", "TERM", "HUP");

    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Option(
            names = "--bug",
            paramLabel = "NAME",
            split = ",",
            description = "Only these bugs, separated by commas.")
    private List<String> only = List.of();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Maximum number of seeds for each bug (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            defaultValue = "lockstep-prove-bugs.json",
            description = "File for the report (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path report;

    @Option(
            names = "--document",
            paramLabel = "FILE",
            description = "Write the page of the manual with the results to FILE.")
    private @Nullable Path document;

    public ProveBugsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (seeds < 1 || seeds > MAX_SEEDS) {
            throw new InvalidValueException("seeds", seeds, "1 to " + MAX_SEEDS);
        }
        Path clone = ProgramFolder.clone(context.processEnvironment().program(), BUGS);
        List<SeededBug> bugs = bugs(clone);
        BugReport proof = proof(clone, bugs);
        print(proof);
        return (proof.missed() == 0 ? ExitCode.OK : ExitCode.NO).number();
    }

    /**
     * Tries one bug after the other and writes the report after each. An interrupt ends it between
     * two steps, so that no process and no file is left.
     */
    private BugReport proof(Path clone, List<SeededBug> bugs)
            throws InterruptedException, IOException {
        PlatformClock clock = context.processEnvironment().clock();
        String commit = BuiltFrom.commit(clone);
        BugReport proof = new BugReport(clock.instant(), Duration.ZERO, commit, seeds, List.of());
        long began = clock.nanoTime();
        Thread trying = Thread.currentThread();
        ProgressLine progress = new ProgressLine(output, context.processEnvironment().terminal());
        int tried = 0;
        try (SignalHandler _ = SignalHandler.caught(SIGNALS, _ -> trying.interrupt());
                BugTrial trial =
                        new BugTrial(
                                clone,
                                context.processEnvironment().program(),
                                seeds,
                                clock::nanoTime)) {
            for (SeededBug each : bugs) {
                progress.phase(++tried + "/" + bugs.size() + " " + each.name());
                proof = proof.with(trial.of(each), clock.since(began));
                write(proof);
            }
        } finally {
            progress.end();
        }
        return proof;
    }

    private void write(BugReport proof) throws IOException {
        Files.writeString(report, BodyTree.of(BugsBody.of(proof)).toPrettyString() + "\n");
        if (document != null) {
            Files.writeString(document, proof.page());
        }
    }

    private List<SeededBug> bugs(Path clone) throws IOException {
        List<SeededBug> all = SeededBug.all(clone.resolve(BUGS));
        List<String> names = all.stream().map(SeededBug::name).toList();
        for (String name : only) {
            if (!names.contains(name)) {
                throw new InvalidValueException("bug", name, String.join(", ", names));
            }
        }
        return only.isEmpty()
                ? all
                : all.stream().filter(each -> only.contains(each.name())).toList();
    }

    private void print(BugReport proof) {
        if (output.json()) {
            output.print(BugsBody.of(proof));
            return;
        }
        Table table = new Table("bug", "caught by", "seeds");
        proof.results()
                .forEach(result ->
                        table.row(
                                result.bug().name(),
                                (result.caught() ? "" : "not caught: ") + result.by(),
                                result.seeds() == 0 ? "" : result.seeds()));
        output.print(table);
        output.line(
                output.verdict(
                        proof.missed() == 0,
                        proof.missed() == 0
                                ? "every bug was caught"
                                : proof.missed() + " bugs were not caught"));
    }
}
