package dev.lockstep.app.cli.prove;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.FreshFolder;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.prove.history.HistoryPlan;
import dev.lockstep.app.prove.history.HistoryReport;
import dev.lockstep.app.prove.history.KilledProcesses;
import dev.lockstep.history.ClientPace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
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
    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Mixin private HistoryOptions options = new HistoryOptions();

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "30s",
            description =
                    "How long the clients send requests, 1s to 2h (default: "
                            + "${DEFAULT-VALUE}).")
    private String length = "30s";

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
            names = "--check",
            paramLabel = "FILE",
            description = "Check the history in FILE again instead; nothing is started.")
    private @Nullable Path check;

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
        ClientCheck clients = new ClientCheck(context, output);
        HistoryReport result = check == null ? recorded(clients) : clients.again(check);
        return clients.finished(result, report, check == null ? options.file() : check);
    }

    private HistoryReport recorded(ClientCheck clients) throws InterruptedException, IOException {
        HistoryPlan plan = options.plan(length, ClientPace.FULL, processes);
        DataFolder folder = FreshFolder.of(context, "history");
        output.note("history in " + folder);
        KilledProcesses conditions =
                new KilledProcesses(
                        folder.exchange(),
                        new SplittableRandom(options.seed()),
                        context.processEnvironment().pause());
        return clients.recorded(folder, plan, conditions, options.file());
    }
}
