package dev.lockstep.app.cli.simulator;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.OwnExchangeOnly;
import dev.lockstep.app.cli.shell.ProgressLine;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.stress.Stress;
import dev.lockstep.app.stress.StressFolder;
import dev.lockstep.app.stress.StressPlan;
import dev.lockstep.app.stress.StressReport;
import dev.lockstep.app.view.Table;
import dev.lockstep.domain.value.TimeSpan;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Stress-tests one database with several processes and counts lost writes. */
@Command(
        name = "stress",
        description =
                "Write to one database from several processes as fast as possible, "
                        + "then check that every acknowledged write is stored. Needs no keys "
                        + "and no network. --data names a folder for stress runs only, which "
                        + "is kept (default: a temporary folder, which is removed).")
public final class StressCommand implements Callable<Integer> {
    private static final Duration MIN_LENGTH = Duration.ofSeconds(1);

    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Option(
            names = "--processes",
            paramLabel = "N",
            defaultValue = "4",
            description =
                    "How many processes, 1 to "
                            + StressPlan.MAX_PROCESSES
                            + " (default: ${DEFAULT-VALUE}).")
    private int processes;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "8",
            description =
                    "How many callers in each, 1 to "
                            + StressPlan.MAX_THREADS
                            + " (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "10s",
            description =
                    "For how long, 1s to "
                            + StressPlan.MAX_SECONDS
                            + "s (default: ${DEFAULT-VALUE}).")
    private String length = "10s";

    public StressCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        OwnExchangeOnly.require(context, "stress");
        StressPlan plan = new StressPlan(processes, threads, seconds());
        try (StressFolder folder =
                context.folderNamed()
                        ? StressFolder.at(context.folder())
                        : StressFolder.temporary()) {
            output.note("stress in " + folder.folder());
            ProgressLine progress =
                    new ProgressLine(output, context.processEnvironment().terminal());
            StressReport report =
                    new Stress(
                                    context.processEnvironment(),
                                    context.platforms(),
                                    folder,
                                    plan,
                                    progress)
                            .run();
            progress.end();
            print(report);
            return (report.kept() ? ExitCode.OK : ExitCode.NO).number();
        }
    }

    private int seconds() {
        return (int)
                TimeSpan.parse(
                                "for",
                                length,
                                MIN_LENGTH,
                                Duration.ofSeconds(StressPlan.MAX_SECONDS))
                        .toSeconds();
    }

    private void print(StressReport report) {
        if (output.json()) {
            output.print(StressBody.of(report));
        } else {
            output.print(table(report));
            output.line(
                    output.verdict(
                            report.kept(),
                            report.kept()
                                    ? "no write lost, no lock error"
                                    : "the promise did not hold"));
        }
        report.troubles().forEach(output::note);
    }

    private Table table(StressReport report) {
        return new Table("", "")
                .row("processes", processes)
                .row("callers in each", threads)
                .row("seconds", seconds())
                .row("writes", report.allWrites())
                .row("per second", report.perSecond())
                .row("p50", millis(report.p50Micros()))
                .row("p99", millis(report.p99Micros()))
                .row("lock errors", report.lockErrors())
                .row("retries", report.retries())
                .row("lost updates", report.lostUpdates())
                .row("slowest process", report.slowestShare() + " of the mean")
                .row("integrity check", report.sound() ? "ok" : "failed");
    }

    private static String millis(long micros) {
        return String.format(Locale.ROOT, "%.1f ms", micros / 1_000.0);
    }
}
