package dev.lockstep.app.cli.demo;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.FreshFolder;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ProgressLine;
import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.demo.Demo;
import dev.lockstep.app.demo.DemoReport;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.Table;
import dev.lockstep.domain.usecase.reconcile.ReconciliationBreak;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the main job end to end and counts afterwards. */
@Command(
        name = "demo",
        description =
                "Submit orders from many threads while other processes sync and "
                        + "read, then compare the exchange's ledger with the database. Needs "
                        + "no keys and no network. --data names a new or empty folder "
                        + "(default: a new one in ~/.lockstep/demo).")
public final class DemoCommand implements Callable<Integer> {
    private static final int MAX_DIFFERENCES_SHOWN = 20;
    private static final int MAX_KILLS = 1_000;
    private static final int ORDERS_TO_KILL = 1_000;

    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Option(
            names = "--orders",
            paramLabel = "N",
            description =
                    "Number of orders, 1 to 1000000 (default: one for each row of the "
                            + "demo's order file).")
    private @Nullable Integer orders;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "32",
            description =
                    "Number of concurrent callers, 1 to 1024 (default: " + "${DEFAULT-VALUE}).")
    private int threads;

    @Option(
            names = "--kill",
            paramLabel = "N",
            description =
                    "Run this many demos instead, 1 to 1000; kill all processes of each"
                            + " at a random moment and compare what survived. Each has 1000 "
                            + "orders, unless --orders is given.")
    private @Nullable Integer kills;

    public DemoCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        int requested = orders == null ? Demo.defaultOrders() : orders;
        requireWithin("orders", requested, Demo.MAX_ORDERS);
        requireWithin("threads", threads, Demo.MAX_THREADS);
        if (kills != null) {
            requireWithin("kill", kills, MAX_KILLS);
        }
        DataFolder folder = FreshFolder.of(context, "demo");
        if (kills != null) {
            int each = orders == null ? ORDERS_TO_KILL : orders;
            return new DemoKills(context, output).run(folder, kills, each).number();
        }
        output.note("Demo in " + folder + ": the database and the ledger of the exchange.");
        Settings settings = Settings.ofOwnSimulator(folder);
        ProgressLine progress = new ProgressLine(output, context.processEnvironment().terminal());
        DemoReport report =
                new Demo(context.processEnvironment(), context.platforms(), settings, progress)
                        .run(requested, threads);
        progress.end();
        print(report, folder);
        return (report.kept() ? ExitCode.OK : ExitCode.NO).number();
    }

    private void print(DemoReport report, DataFolder folder) {
        if (output.json()) {
            output.print(DemoBody.of(report));
        } else {
            output.print(table(report));
            output.line(
                    output.verdict(
                            report.kept(),
                            report.kept()
                                    ? "no order lost, none sent twice, no lock error"
                                    : "the promise did not hold"));
            output.line("To see the orders: " + context.called("order list", folder));
        }
        report.differences().stream()
                .limit(MAX_DIFFERENCES_SHOWN)
                .map(ReconciliationBreak::text)
                .forEach(output::note);
        report.troubles().forEach(output::note);
    }

    private static Table table(DemoReport report) {
        Table table =
                new Table("", "")
                        .row("submitted", report.submitted())
                        .row("filled", report.filled())
                        .row("canceled", report.canceled());
        if (report.rejected() > 0) {
            table.row("rejected", report.rejected());
        }
        return table.row("at the broker", report.atBroker())
                .row("in the database", report.inDatabase())
                .row("lost", report.lost())
                .row("duplicated", report.duplicated())
                .row("lock errors", report.lockErrors())
                .row("retries", report.retries())
                .row("syncs meanwhile", report.syncs())
                .row("reads meanwhile", report.reads())
                .row("journal mode", report.journalMode())
                .row("durable commits", report.commits())
                .row("orders a second", report.rate())
                .row("time", seconds(report));
    }

    private static String seconds(DemoReport report) {
        return String.format(Locale.ROOT, "%.1f s", report.elapsed().toMillis() / 1000.0);
    }

    private static void requireWithin(String field, int value, int max) {
        if (value < 1 || value > max) {
            throw new InvalidValueException(field, value, "1 to " + max);
        }
    }
}
