package dev.lockstep.app.cli.prove;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ProgressLine;
import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.exit.IoText;
import dev.lockstep.app.prove.BuiltFrom;
import dev.lockstep.app.prove.history.ClientHistoryBody;
import dev.lockstep.app.prove.history.HistoryPlan;
import dev.lockstep.app.prove.history.HistoryReport;
import dev.lockstep.app.prove.history.HistoryRun;
import dev.lockstep.app.prove.history.RunConditions;
import dev.lockstep.app.runtime.Threads;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.history.History;
import dev.lockstep.history.HistoryCheck;
import dev.lockstep.history.HistoryFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * Records what clients see under given conditions, or reads a record, and prints the check of it.
 */
final class ClientCheck {
    private static final int MAX_BREACHES_SHOWN = 20;

    private final CommandContext context;
    private final Output output;
    private final PlatformClock clock;
    private final Instant at;
    private final long began;

    ClientCheck(CommandContext context, Output output) {
        this.context = context;
        this.output = output;
        this.clock = context.processEnvironment().clock();
        this.at = clock.instant();
        this.began = clock.nanoTime();
    }

    /** Starts processes on a new folder, and stores in a file what clients see. */
    HistoryReport recorded(DataFolder folder, HistoryPlan plan, RunConditions conditions, Path file)
            throws InterruptedException, IOException {
        ProgressLine progress = new ProgressLine(output, context.processEnvironment().terminal());
        try (HistoryRun run =
                new HistoryRun(context.processEnvironment(), folder, plan, conditions, progress)) {
            Threads.atExit(run::close);
            History history = run.run();
            progress.end();
            HistoryFile.write(history, file);
            return report(history, conditions.counts());
        }
    }

    /** Reads what clients saw from a file. */
    HistoryReport again(Path file) {
        try {
            return report(HistoryFile.read(file), Map.of());
        } catch (IOException unreadable) {
            throw new CommandEnd(
                    ExitCode.USAGE, "check: " + file + ": " + IoText.of(unreadable), unreadable);
        }
    }

    /**
     * Stores the result and prints it.
     *
     * @param file where the clients' record is
     * @return the exit code of the command
     */
    int finished(HistoryReport result, Path report, Path file) throws IOException {
        ClientHistoryBody body = ClientHistoryBody.of(result);
        store(BodyTree.of(body), report);
        if (output.json()) {
            output.print(body);
        } else {
            print(result, report);
            printVerdict(result, file);
        }
        return (result.breaches().isEmpty() ? ExitCode.OK : ExitCode.NO).number();
    }

    /** Stores the result. */
    static void store(JsonNode body, Path report) throws IOException {
        Files.writeString(report, body.toPrettyString() + "\n");
    }

    /** Prints the numbers. */
    void print(HistoryReport result, Path report) {
        Table table =
                new Table("", "")
                        .row("requests", result.requests())
                        .row("refused", result.refused())
                        .row("without a reply", result.missing())
                        .row("orders", result.history().end().size())
                        .row("at the exchange", result.history().ledger().size());
        result.disturbances().forEach(table::row);
        output.print(table.row("seconds", result.took().toSeconds()).row("report", report));
    }

    /** Prints whether the rules were kept. */
    void printVerdict(HistoryReport result, Path file) {
        boolean kept = result.breaches().isEmpty();
        output.line(
                output.verdict(
                        kept,
                        kept
                                ? "every rule was kept"
                                : "rules broken: " + result.breaches().size()));
        result.breaches().stream()
                .limit(MAX_BREACHES_SHOWN)
                .forEach(each -> output.note(each.toString()));
        if (!kept) {
            output.line("To check it again: " + context.called("prove history --check " + file));
        }
    }

    private HistoryReport report(History history, Map<String, Integer> disturbances) {
        return new HistoryReport(
                at,
                clock.since(began),
                BuiltFrom.commit(ProgramFolder.of(context.processEnvironment().program())),
                disturbances,
                history,
                HistoryCheck.breaches(history));
    }
}
