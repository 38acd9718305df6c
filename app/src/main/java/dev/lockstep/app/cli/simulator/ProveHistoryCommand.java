package dev.lockstep.app.cli.simulator;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.FreshFolder;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ProgressLine;
import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.exit.IoText;
import dev.lockstep.app.prove.BuiltFrom;
import dev.lockstep.app.prove.history.ClientHistoryBody;
import dev.lockstep.app.prove.history.DisruptionCounts;
import dev.lockstep.app.prove.history.HistoryPlan;
import dev.lockstep.app.prove.history.HistoryReport;
import dev.lockstep.app.prove.history.HistoryRun;
import dev.lockstep.app.runtime.Threads;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.value.TimeSpan;
import dev.lockstep.history.History;
import dev.lockstep.history.HistoryCheck;
import dev.lockstep.history.HistoryFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks what clients of the REST API see while processes are killed and stopped. */
@Command(
        name = "history",
        description =
                "Let clients use the REST API of several processes while these are killed and "
                        + "stopped and the exchange loses answers; then check what the clients "
                        + "saw against the exchange's ledger. Needs no keys and no network. "
                        + "--data names a new or empty folder (default: a new one in "
                        + "~/.lockstep/history).")
public final class ProveHistoryCommand implements Callable<Integer> {
    private static final int MAX_BREACHES_SHOWN = 20;

    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "30s",
            description =
                    "How long the clients send requests, 1s to 2h (default: "
                            + "${DEFAULT-VALUE}).")
    private String length = "30s";

    @Option(
            names = "--clients",
            paramLabel = "N",
            defaultValue = "16",
            description =
                    "How many clients, 1 to "
                            + HistoryPlan.MAX_CLIENTS
                            + " (default: ${DEFAULT-VALUE}).")
    private int clients;

    @Option(
            names = "--processes",
            paramLabel = "N",
            defaultValue = "2",
            description =
                    "How many processes on the folder, 1 to "
                            + HistoryPlan.MAX_PROCESSES
                            + " (default: ${DEFAULT-VALUE}).")
    private int processes;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "0",
            description =
                    "Seed of the requests and the disruptions; their moments differ from run to "
                            + "run (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--check",
            paramLabel = "FILE",
            description = "Check the history in FILE again instead; nothing is started.")
    private @Nullable Path check;

    @Option(
            names = "--history",
            paramLabel = "FILE",
            defaultValue = "lockstep-history.jsonl",
            description = "File for what the clients saw (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            defaultValue = "lockstep-prove-history.json",
            description = "File for the report (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path report;

    public ProveHistoryCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        PlatformClock clock = context.surroundings().clock();
        Instant at = clock.instant();
        long began = clock.nanoTime();
        Recorded recorded = check == null ? recorded() : again(check);
        HistoryReport result =
                new HistoryReport(
                        at,
                        clock.since(began),
                        BuiltFrom.commit(ProgramFolder.of(context.surroundings().program())),
                        recorded.disruptions(),
                        recorded.history(),
                        HistoryCheck.breaches(recorded.history()));
        Files.writeString(
                report, BodyTree.of(ClientHistoryBody.of(result)).toPrettyString() + "\n");
        print(result);
        return (result.breaches().isEmpty() ? ExitCode.OK : ExitCode.NO).number();
    }

    private Recorded recorded() throws InterruptedException, IOException {
        HistoryPlan plan =
                new HistoryPlan(
                        TimeSpan.parse(
                                "for", length, HistoryPlan.MIN_LENGTH, HistoryPlan.MAX_LENGTH),
                        clients,
                        processes,
                        seed);
        DataFolder folder = FreshFolder.of(context, "history");
        output.note("history in " + folder);
        ProgressLine progress = new ProgressLine(output, context.surroundings().terminal());
        try (HistoryRun run = new HistoryRun(context.surroundings(), folder, plan, progress)) {
            Threads.atExit(run::close);
            History history = run.run();
            progress.end();
            HistoryFile.write(history, file);
            return new Recorded(history, run.disruptions());
        }
    }

    private static Recorded again(Path file) {
        try {
            return new Recorded(HistoryFile.read(file), DisruptionCounts.NONE);
        } catch (IOException unreadable) {
            throw new CommandEnd(
                    ExitCode.USAGE, "check: " + file + ": " + IoText.of(unreadable), unreadable);
        }
    }

    private void print(HistoryReport result) {
        if (output.json()) {
            output.print(ClientHistoryBody.of(result));
            return;
        }
        output.print(
                new Table("", "")
                        .row("requests", result.requests())
                        .row("refused", result.refused())
                        .row("without a reply", result.missing())
                        .row("orders", result.history().end().size())
                        .row("at the exchange", result.history().ledger().size())
                        .row("processes killed", result.disruptions().kills())
                        .row("exchange killed", result.disruptions().exchangeKills())
                        .row("processes stopped", result.disruptions().suspensions())
                        .row("seconds", result.took().toSeconds())
                        .row("report", report));
        boolean kept = result.breaches().isEmpty();
        output.line(
                output.verdict(
                        kept,
                        kept
                                ? "every rule was kept"
                                : result.breaches().size() + " rules were broken"));
        result.breaches().stream()
                .limit(MAX_BREACHES_SHOWN)
                .forEach(each -> output.note(each.toString()));
        if (!kept) {
            Path checked = check == null ? file : check;
            output.line("To check it again: " + context.called("prove history --check " + checked));
        }
    }

    private record Recorded(History history, DisruptionCounts disruptions) {}
}
