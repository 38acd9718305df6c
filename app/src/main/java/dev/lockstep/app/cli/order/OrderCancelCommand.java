package dev.lockstep.app.cli.order;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.CommandResult;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ResultExitCodes;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.view.OrderName;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.change.CancelView;
import dev.lockstep.app.view.change.ReplaceChain;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.cancel.CancelResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Requests the cancel of orders. */
@Command(
        name = "cancel",
        description = "Request the cancel of orders. 'lockstep sync' shows the result.")
public final class OrderCancelCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Parameters(
            paramLabel = "ORDER",
            arity = "1..1000",
            description = "Order ids, client order ids or broker ids.")
    private List<String> names = List.of();

    @Option(
            names = "--dry-run",
            description = "List what would be canceled; send and store nothing.")
    private boolean dryRun;

    public OrderCancelCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        context.settings().requireStore();
        List<CommandResult<CancelView>> lines = dryRun ? checked() : canceled();
        print(CommandResult.views(lines));
        return CommandResult.code(lines).number();
    }

    private List<CommandResult<CancelView>> checked() {
        try (StoreUseCases book = OpenPlatform.store(context)) {
            return lines(
                    book.repository(),
                    (name, order) ->
                            order.status().closed()
                                    ? line(name, new CancelResult.TooLate(order))
                                    : new CommandResult<>(
                                            CancelView.wouldBeCanceled(name, order), ExitCode.OK));
        }
    }

    private List<CommandResult<CancelView>> canceled() throws InterruptedException {
        try (TradingPlatform tradingPlatform = OpenPlatform.open(context)) {
            return lines(
                    tradingPlatform.repository(),
                    (name, order) -> line(name, tradingPlatform.cancelOrder().cancel(order.id())));
        }
    }

    private static CommandResult<CancelView> line(String name, CancelResult result) {
        return new CommandResult<>(CancelView.of(name, result), ResultExitCodes.of(result));
    }

    private List<CommandResult<CancelView>> lines(
            OrderRepository repository,
            BiFunction<String, Order, CommandResult<CancelView>> action) {
        ReplaceChain chains = new ReplaceChain(repository);
        List<CommandResult<CancelView>> lines = new ArrayList<>();
        for (String name : names) {
            CommandResult<CancelView> line =
                    OrderName.find(repository, name)
                            .map(order -> action.apply(name, order))
                            .orElseGet(() ->
                                    new CommandResult<>(CancelView.noSuchOrder(name), ExitCode.NO));
            lines.add(new CommandResult<>(line.view().naming(chains), line.code()));
        }
        return lines;
    }

    private void print(List<CancelView> lines) {
        if (output.json()) {
            output.print(lines.stream().map(CancelView::json).toList());
            return;
        }
        Table table = new Table("order", "cancel", "");
        lines.forEach(line -> table.row(line.id(), line.keyword(), line.text()));
        output.print(table);
    }
}
