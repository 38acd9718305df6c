package dev.lockstep.app.cli.prove;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.FreshFolder;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.prove.history.ClientHistoryBody;
import dev.lockstep.app.prove.history.HistoryPlan;
import dev.lockstep.app.prove.history.HistoryReport;
import dev.lockstep.app.prove.soak.Sampling;
import dev.lockstep.app.prove.soak.SoakBody;
import dev.lockstep.app.prove.soak.SoakChart;
import dev.lockstep.app.prove.soak.Trend;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.history.ClientPace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks that processes which serve for a long time need no more and more of the machine. */
@Command(
        name = "soak",
        description =
                "Let clients use the REST API of several processes at a moderate rate for a long "
                        + "time, and sample memory, threads and open files of each process and "
                        + "the size of the WAL; then check whether they are bounded, and what the "
                        + "clients saw. Needs no keys and no network. --data names a new or empty "
                        + "folder (default: a new one in ~/.lockstep/soak).")
public final class ProveSoakCommand implements Callable<Integer> {
    /** With 16 clients about thirty requests a second. */
    private static final ClientPace PACE = new ClientPace(1_000, 20);

    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Mixin private HistoryOptions options = new HistoryOptions();

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "30m",
            description =
                    "How long the clients send requests, 1s to 2h (default: "
                            + "${DEFAULT-VALUE}).")
    private String length = "30m";

    @Option(
            names = "--processes",
            paramLabel = "N",
            defaultValue = "8",
            description =
                    "How many processes on the folder, 1 to "
                            + HistoryPlan.MAX_PROCESSES
                            + " (default: ${DEFAULT-VALUE}).")
    private int processes;

    @Option(
            names = "--chart",
            paramLabel = "FILE",
            defaultValue = "lockstep-prove-soak.svg",
            description = "File for the chart, an SVG image (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path chart;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            defaultValue = "lockstep-prove-soak.json",
            description = "File for the report, with all samples (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path report;

    public ProveSoakCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        HistoryPlan plan = options.plan(length, PACE, processes);
        DataFolder folder = FreshFolder.of(context, "soak");
        output.note("soak in " + folder);
        Sampling sampling =
                new Sampling(
                        folder.database(),
                        plan.length(),
                        context.processEnvironment().clock(),
                        context.processEnvironment().pause());
        if (!sampling.seesProcesses()) {
            output.note(
                    "This system has no /proc, which says what processes use: only the size of the"
                            + " WAL is sampled.");
        }
        ClientCheck clients = new ClientCheck(context, output);
        HistoryReport result = clients.recorded(folder, plan, sampling, options.file());
        List<Trend> trends = Trend.of(sampling.samples());
        SoakBody body = SoakBody.of(ClientHistoryBody.of(result), trends, sampling.samples());
        ClientCheck.store(BodyTree.of(body), report);
        Files.writeString(chart, SoakChart.svg(sampling.samples()));
        print(clients, result, trends, body);
        return (body.bounded() && result.breaches().isEmpty() ? ExitCode.OK : ExitCode.NO).number();
    }

    private static String verdict(List<Trend> trends) {
        if (trends.isEmpty()) {
            return "too few samples: a longer --for shows whether the measures are bounded";
        }
        return Trend.allBounded(trends) ? "every measure is bounded" : "a measure grows";
    }

    private void print(
            ClientCheck clients, HistoryReport result, List<Trend> trends, SoakBody body) {
        if (output.json()) {
            output.print(body);
            return;
        }
        clients.print(result, report);
        Table table = new Table("measure", "process", "middle third", "last third", "bound", "");
        trends.forEach(each ->
                table.row(
                        each.measure().word(),
                        each.process() == 0 ? "all" : each.process(),
                        each.middle(),
                        each.last(),
                        each.bound(),
                        each.bounded() ? "bounded" : "grows"));
        output.print(table);
        output.line("chart: " + chart);
        output.line(output.verdict(body.bounded(), verdict(trends)));
        clients.printVerdict(result, options.file());
    }
}
