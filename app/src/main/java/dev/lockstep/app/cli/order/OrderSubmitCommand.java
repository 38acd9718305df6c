package dev.lockstep.app.cli.order;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.CommandResult;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ProgressLine;
import dev.lockstep.app.cli.shell.RecoveryGate;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.form.FileFormat;
import dev.lockstep.app.form.OrderRequest;
import dev.lockstep.app.form.OrderRequestParser;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.view.OrderName;
import dev.lockstep.app.view.OrderView;
import dev.lockstep.app.view.change.SubmitView;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.venue.AlpacaVenue;
import dev.lockstep.domain.usecase.exit.SubmitContingentExit;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import dev.lockstep.domain.usecase.submit.SubmitResult;
import dev.lockstep.domain.value.InvalidValueException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Submits one order by options, or a file of them. */
@Command(
        name = "submit",
        description =
                "Submit one order, or a file of orders. Earlier unanswered orders "
                        + "are resolved first.")
public final class OrderSubmitCommand implements Callable<Integer> {
    private static final int MAX_THREADS = 64;

    private final CommandContext context;

    @Mixin private OrderOptions order = new OrderOptions();
    @Mixin private Output output = new Output();

    @Option(
            names = "--round-price",
            description = "Round each price to the nearest valid price increment.")
    private boolean roundPrice;

    @Option(
            names = "--dry-run",
            description =
                    "Check the order against the rules and the limits; send and store "
                            + "nothing.")
    private boolean dryRun;

    @Option(
            names = "--after",
            paramLabel = "ORDER",
            description =
                    "Hold this exit locally until ORDER fills, then send it for the "
                            + "filled quantity. 'lockstep run' and 'lockstep sync' send it.")
    private @Nullable String after;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description =
                    "Submit the orders in FILE: CSV with a header line, or one JSON "
                            + "object on each line. Fields: symbol, side, qty, notional, type,"
                            + " limitPrice, stopPrice, trailPrice, trailPercent, timeInForce,"
                            + " tradingHours, orderClass, takeProfit, stopLoss, stopLossLimit,"
                            + " strategy, key.")
    private @Nullable Path file;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Format of the file: csv or jsonl (default: by its extension).")
    private @Nullable FileFormat format;

    @Option(
            names = "--all-or-nothing",
            description = "Submit nothing if any row of the file is invalid.")
    private boolean allOrNothing;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Number of orders of the file to submit at the same time, 1 to 64 "
                            + "(default: ${DEFAULT-VALUE}, in the order of the file).")
    private int threads;

    public OrderSubmitCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        if (threads < 1 || threads > MAX_THREADS) {
            throw new InvalidValueException("threads", threads, "1 to " + MAX_THREADS);
        }
        return (file == null ? one() : file(file)).number();
    }

    private ExitCode one() throws InterruptedException {
        refuse(allOrNothing, "--all-or-nothing", "only with --file");
        refuse(format != null, "--format", "only with --file");
        refuse(dryRun && after != null, "--dry-run", "not together with --after");
        OrderRequest written = new OrderRequestParser(order.texts()).read();
        OrderRequest requested = roundPrice ? written.rounded() : written;
        if (!requested.equals(written)) {
            output.note("rounded to " + OrderView.described(requested.terms()));
        }
        CommandResult<SubmitView> result = dryRun ? checked(requested) : submitted(requested);
        print(requested, result.view());
        return result.code();
    }

    private void print(OrderRequest requested, SubmitView submission) {
        if (output.json()) {
            output.print(submission.json());
        } else {
            output.line(
                    OrderView.described(requested.terms())
                            + (submission.denied() ? "\n" : ": ")
                            + submission.line());
            if (submission.order() != null) {
                output.line(submission.id());
            }
        }
    }

    private ExitCode file(Path named) throws InterruptedException, ExecutionException {
        refuse(after != null, "--after", "not together with --file");
        order.texts()
                .forEach((field, text) -> {
                    throw new InvalidValueException(
                            field.label(), text, "not together with --file");
                });
        OrderFileSubmission submission =
                new OrderFileSubmission(
                        named,
                        Optional.ofNullable(format),
                        roundPrice,
                        allOrNothing,
                        new AlpacaVenue(),
                        context.processEnvironment().clock(),
                        output);
        if (submission.refused()) {
            return submission.printRefusal();
        }
        if (dryRun) {
            try (PreTradePreview forecast = PreTradePreview.open(context)) {
                return submission.printReport(rows(submission, forecast::of));
            }
        }
        try (TradingPlatform tradingPlatform = OpenPlatform.openNew(context)) {
            RecoveryGate.pass(tradingPlatform.recovery(), output);
            return submission.printReport(
                    rows(
                            submission,
                            row ->
                                    SubmitResults.of(
                                            () -> submit(tradingPlatform.submitOrder(), row))));
        }
    }

    private List<OrderFileSubmission.Line> rows(
            OrderFileSubmission submission,
            Function<OrderRequest, CommandResult<SubmitView>> action)
            throws InterruptedException, ExecutionException {
        ProgressLine progress = new ProgressLine(output, context.processEnvironment().terminal());
        try {
            return submission.rows(action, threads, progress);
        } finally {
            progress.end();
        }
    }

    private CommandResult<SubmitView> submitted(OrderRequest requested)
            throws InterruptedException {
        try (TradingPlatform tradingPlatform = OpenPlatform.openNew(context)) {
            RecoveryGate.pass(tradingPlatform.recovery(), output);
            if (after == null) {
                return SubmitResults.of(() -> submit(tradingPlatform.submitOrder(), requested));
            }
            OrderId parent = OrderName.required(tradingPlatform.repository(), after).id();
            SubmitContingentExit exits = tradingPlatform.brokerUseCases().submitExit();
            return SubmitResults.of(() -> submit(exits, parent, requested));
        }
    }

    private static SubmitResult submit(SubmitOrder orders, OrderRequest requested) {
        return requested
                .key()
                .map(key -> orders.submit(requested.terms(), key))
                .orElseGet(() -> orders.submit(requested.terms()));
    }

    private static SubmitResult submit(
            SubmitContingentExit exits, OrderId parent, OrderRequest requested) {
        return requested
                .key()
                .map(key -> exits.submit(parent, requested.terms(), key))
                .orElseGet(() -> exits.submit(parent, requested.terms()));
    }

    private CommandResult<SubmitView> checked(OrderRequest requested) throws InterruptedException {
        try (PreTradePreview forecast = PreTradePreview.open(context)) {
            return forecast.of(requested);
        }
    }

    private static void refuse(boolean given, String option, String expected) {
        if (given) {
            throw new InvalidValueException(option, "given", expected);
        }
    }
}
