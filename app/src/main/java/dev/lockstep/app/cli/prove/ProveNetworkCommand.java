package dev.lockstep.app.cli.prove;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.FreshFolder;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.prove.history.HistoryPlan;
import dev.lockstep.app.prove.history.HistoryReport;
import dev.lockstep.app.prove.network.DisturbedNetwork;
import dev.lockstep.app.runtime.Threads;
import dev.lockstep.app.simulator.OwnSimulator;
import dev.lockstep.app.simulator.SimulatorWatch;
import dev.lockstep.history.ClientPace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks what clients of the REST API see while the network to the exchange fails. */
@Command(
        name = "network",
        description =
                "Let clients use the REST API of several processes while a proxy between these "
                        + "and the exchange delays, holds and cuts requests, answers and events; "
                        + "then check what the clients saw against the exchange's ledger. Needs "
                        + "no keys and no network. --data names a new or empty folder (default: "
                        + "a new one in ~/.lockstep/network).")
public final class ProveNetworkCommand implements Callable<Integer> {
    /** Slow enough that the unanswered orders of a failure do not outlast it for long. */
    private static final ClientPace PACE = new ClientPace(500, 20);

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
            names = "--report",
            paramLabel = "FILE",
            defaultValue = "lockstep-prove-network.json",
            description = "File for the report (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path report;

    public ProveNetworkCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        ClientCheck clients = new ClientCheck(context, output);
        return clients.finished(recorded(clients), report, options.file());
    }

    private HistoryReport recorded(ClientCheck clients) throws InterruptedException, IOException {
        HistoryPlan plan = options.plan(length, PACE, processes);
        DataFolder folder = FreshFolder.of(context, "network");
        output.note("network in " + folder);
        OwnSimulator exchange = context.platforms().simulator(Settings.ofOwnSimulator(folder));
        try (DisturbedNetwork network =
                        DisturbedNetwork.open(
                                exchange.address(),
                                options.seed(),
                                context.processEnvironment().pause());
                // It exits when idle, and the processes cannot start it: they know the proxy only.
                SimulatorWatch _ =
                        new SimulatorWatch(
                                exchange,
                                context.processEnvironment().pause(),
                                Threads.named("simulator-watch-"),
                                output::note)) {
            return clients.recorded(folder, plan, network, options.file());
        } finally {
            exchange.stop();
        }
    }
}
