package dev.lockstep.app.cli.data;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ProgressLine;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.app.view.OrderName;
import dev.lockstep.app.view.Table;
import dev.lockstep.domain.audit.Replay;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.usecase.report.ReplayOrders;
import dev.lockstep.domain.usecase.report.ReplayReport;
import dev.lockstep.domain.usecase.report.ReplayReport.Unlike;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Rebuilds orders from their events and lists differences to the stored ones. */
@Command(
        name = "replay",
        description =
                "Rebuild an order, or all of them, from the events and compare it "
                        + "with the stored one; changes nothing. Exit code 1 if they differ.")
public final class ReplayCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Parameters(
            arity = "0..1",
            paramLabel = "ORDER",
            description = "Order id, client order id or broker id.")
    private @Nullable String id;

    @Option(names = "--all", description = "Rebuild all orders.")
    private boolean all;

    public ReplayCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (all == (id != null)) {
            throw new InvalidValueException(
                    "replay", id == null ? "nothing" : id + " and --all", "an order or --all");
        }
        try (StoreUseCases book = OpenPlatform.store(context)) {
            ReplayOrders replayOrders = new ReplayOrders(book.repository());
            ReplayReport report =
                    id == null ? all(book, replayOrders) : one(book, replayOrders, id);
            if (output.json()) {
                output.print(ReplayBody.of(report));
            } else {
                print(report);
            }
            return (report.unlike() == 0 ? ExitCode.OK : ExitCode.NO).number();
        }
    }

    private ReplayReport all(StoreUseCases book, ReplayOrders replayOrders) {
        ProgressLine progress = new ProgressLine(output, context.processEnvironment().terminal());
        progress.phase("replaying");
        long total = book.feed().orders();
        try {
            return replayOrders.all(orders -> progress.at(Math.min(orders, total), total));
        } finally {
            progress.end();
        }
    }

    private static ReplayReport one(StoreUseCases book, ReplayOrders replayOrders, String name) {
        Order order = OrderName.required(book.repository(), name);
        Replay replay = replayOrders.replay(order);
        List<String> differences = replay.differences();
        return new ReplayReport(
                1,
                replay.events().size(),
                differences.isEmpty() ? 0 : 1,
                differences.isEmpty() ? List.of() : List.of(new Unlike(order.id(), differences)));
    }

    private void print(ReplayReport report) {
        output.print(
                new Table("", "")
                        .row("orders", report.orders())
                        .row("events", report.events())
                        .row("differ", report.unlike()));
        report.reported()
                .forEach(unlike ->
                        unlike.differences()
                                .forEach(line -> output.line(unlike.id() + " " + line)));
        boolean same = report.unlike() == 0;
        output.line(
                output.verdict(
                        same,
                        same
                                ? "the events reproduce the stored orders"
                                : "events and stored orders differ"));
    }
}
