package dev.lockstep.app.cli.prove;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.FreshFolder;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ProgressLine;
import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.exit.IoText;
import dev.lockstep.app.prove.BuiltFrom;
import dev.lockstep.app.prove.disk.CrashCheck;
import dev.lockstep.app.prove.disk.CrashCheck.RecordedRun;
import dev.lockstep.app.prove.disk.DiskBody;
import dev.lockstep.app.prove.disk.DiskPlan;
import dev.lockstep.app.prove.disk.DiskProof;
import dev.lockstep.app.prove.disk.DiskResult;
import dev.lockstep.app.prove.disk.DiskViolation;
import dev.lockstep.app.prove.disk.journal.CrashState;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.value.InvalidValueException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks what is left after the disk failed or the machine crashed. */
@Command(
        name = "disk",
        description =
                "Let a process write to a database while its disk is full, read-only or broken, "
                        + "and record every write and sync; then open the database in the states "
                        + "in which a crash could have left it, and check that every acknowledged "
                        + "write is there. Needs Linux and a C compiler; docs/disk.md describes "
                        + "it. --data names a new or empty folder (default: a new one in "
                        + "~/.lockstep/disk).")
public final class ProveDiskCommand implements Callable<Integer> {
    private static final int MAX_SHOWN = 20;

    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "0",
            description = "First seed of the writes (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Number of consecutive seeds; each has a run on a sound disk and one with "
                            + "each fault (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--writes",
            paramLabel = "N",
            defaultValue = "300",
            description = "About how many writes in each run (default: ${DEFAULT-VALUE}).")
    private int writes;

    @Option(
            names = "--states",
            paramLabel = "N",
            defaultValue = "200",
            description =
                    "How many states of each run to check, spread over all of them (default: "
                            + "${DEFAULT-VALUE}).")
    private int states;

    @Option(names = "--all-states", description = "Check all states of each run.")
    private boolean allStates;

    @Option(
            names = "--lost-syncs",
            description =
                    "Use a disk that ignores syncs instead: the check must find lost writes, and "
                            + "the exit code is 1.")
    private boolean lostSyncs;

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description =
                    "Check one state of the run recorded in FILE again and keep it; needs "
                            + "--crash-at and --state.")
    private @Nullable Path journal;

    @Option(
            names = "--crash-at",
            paramLabel = "N",
            description = "The number of recorded operations before the crash.")
    private @Nullable Integer crashAt;

    @Option(
            names = "--state",
            paramLabel = "NAME",
            description = "The state after that crash, such as prefix-3, torn-3 or subset-3.")
    private @Nullable String state;

    @Option(
            names = "--failed-syncs-lose",
            description = "A failed sync has lost what it should have kept.")
    private boolean failedSyncsLose;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            defaultValue = "lockstep-prove-disk.json",
            description = "File for the report (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path report;

    public ProveDiskCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (journal != null) {
            return replayed(journal);
        }
        PlatformClock clock = context.processEnvironment().clock();
        Instant at = clock.instant();
        long began = clock.nanoTime();
        List<DiskResult> results = results();
        DiskBody body =
                DiskBody.of(
                        at,
                        clock.since(began),
                        BuiltFrom.commit(ProgramFolder.of(context.processEnvironment().program())),
                        results);
        ClientCheck.store(BodyTree.of(body), report);
        boolean kept = results.stream().allMatch(DiskResult::kept);
        if (output.json()) {
            output.print(body);
        } else {
            print(results, kept);
        }
        return (kept ? ExitCode.OK : ExitCode.NO).number();
    }

    private List<DiskResult> results() throws InterruptedException, IOException {
        DiskPlan plan =
                new DiskPlan(
                        seed, seeds, writes, allStates ? DiskPlan.ALL_STATES : states, lostSyncs);
        DataFolder folder = FreshFolder.of(context, "disk");
        output.note("disk in " + folder);
        ProgressLine progress = new ProgressLine(output, context.processEnvironment().terminal());
        try {
            return new DiskProof(
                            context.processEnvironment(),
                            context.platforms(),
                            folder,
                            plan,
                            progress)
                    .results();
        } finally {
            progress.end();
        }
    }

    private int replayed(Path file) throws IOException {
        if (crashAt == null || state == null) {
            throw new InvalidValueException(
                    "journal", file, "together with --crash-at and --state");
        }
        RecordedRun run = recorded(file);
        if (crashAt < 0 || crashAt > run.ops().size()) {
            throw new InvalidValueException("crash-at", crashAt, "0 to " + run.ops().size());
        }
        Path scratch = FreshFolder.of(context, "disk").path();
        List<DiskViolation> violations =
                new CrashCheck(context.platforms(), scratch)
                        .violations(run, List.of(CrashState.of(crashAt, state)), _ -> {});
        violations.forEach(each -> each.faults().forEach(output::line));
        output.line("the state, as it is after its check: " + scratch);
        output.line(
                output.verdict(
                        violations.isEmpty(),
                        violations.isEmpty()
                                ? "every acknowledged write is there"
                                : "something is wrong"));
        return (violations.isEmpty() ? ExitCode.OK : ExitCode.NO).number();
    }

    private RecordedRun recorded(Path file) {
        try {
            return RecordedRun.read(file, failedSyncsLose);
        } catch (IOException unreadable) {
            throw new CommandEnd(
                    ExitCode.USAGE, "journal: " + file + ": " + IoText.of(unreadable), unreadable);
        }
    }

    private void print(List<DiskResult> results, boolean kept) {
        Table table =
                new Table(
                        "seed",
                        "disk",
                        "writes",
                        "failed",
                        "operations",
                        "syncs",
                        "states",
                        "checked",
                        "wrong");
        results.forEach(each ->
                table.row(
                        each.seed(),
                        each.fault().isEmpty() ? "sound" : each.fault(),
                        each.writes(),
                        each.failed(),
                        each.operations(),
                        each.syncs(),
                        each.possible(),
                        each.checked(),
                        each.violations().size() + each.faults().size()));
        output.print(table);
        results.forEach(this::printWrong);
        output.line("report: " + report);
        output.line(
                output.verdict(
                        kept, kept ? "every acknowledged write was there" : "something was wrong"));
    }

    private void printWrong(DiskResult result) {
        result.faults()
                .forEach(each ->
                        output.line("seed " + result.seed() + " " + result.fault() + ": " + each));
        result.violations().stream()
                .limit(MAX_SHOWN)
                .forEach(each -> {
                    output.line(each.replayCommand());
                    each.faults().forEach(fault -> output.line("    " + fault));
                });
    }
}
