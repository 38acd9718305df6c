package dev.lockstep.app.cli.position;

import dev.lockstep.app.cli.shell.BrokerFailures;
import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.CommandResult;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.RecoveryGate;
import dev.lockstep.app.cli.shell.ResultExitCodes;
import dev.lockstep.app.cli.strategy.NamedStrategy;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.change.CloseView;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.close.ClosePosition;
import dev.lockstep.domain.usecase.close.CloseResult;
import dev.lockstep.domain.value.InvalidValueException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Closes a position, or all of them. */
@Command(
        name = "close",
        description =
                "Close a position, or a part of it, by one order at the market or at "
                        + "a limit. Orders that hold its shares are canceled first.")
public final class CloseCommand implements Callable<Integer> {
    private static final int MAX_STEPS = 10;
    private static final Duration STEP = Duration.ofMillis(500);

    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Parameters(
            paramLabel = "SYMBOL",
            arity = "0..1",
            description = "Symbol, such as AAPL or BTC/USD.")
    private @Nullable String symbol;

    @Option(names = "--all", description = "Close all positions.")
    private boolean all;

    @Option(names = "--qty", paramLabel = "QTY", description = "Close this quantity only.")
    private @Nullable String qty;

    @Option(
            names = "--percent",
            paramLabel = "PERCENT",
            description = "Close this percentage only.")
    private @Nullable BigDecimal percent;

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            description = "Close only the quantity that this strategy holds.")
    private @Nullable String strategy;

    @Option(
            names = "--limit",
            paramLabel = "PRICE",
            description =
                    "Close at this price or better: the order rests until it fills or is "
                            + "canceled.")
    private @Nullable String limit;

    @Option(names = "--dry-run", description = "List what would be closed; send and store nothing.")
    private boolean dryRun;

    public CloseCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        ClosePart part = part();
        if (all == (symbol != null)) {
            throw new InvalidValueException(
                    "symbol",
                    symbol == null ? "missing" : symbol,
                    "a symbol, or --all without one");
        }
        StrategyId owner = owner();
        try (TradingPlatform tradingPlatform =
                dryRun ? OpenPlatform.open(context) : OpenPlatform.openNew(context)) {
            if (owner != null) {
                NamedStrategy.required(tradingPlatform.storeUseCases(), owner);
            }
            List<Symbol> symbols =
                    symbol == null ? held(tradingPlatform) : List.of(Symbol.typed(symbol));
            if (!dryRun) {
                RecoveryGate.pass(tradingPlatform.recovery(), output);
            }
            List<CommandResult<CloseView>> lines = new ArrayList<>();
            for (Symbol each : symbols) {
                lines.add(
                        dryRun
                                ? would(tradingPlatform, each, part)
                                : line(each, closed(tradingPlatform, each, part)));
            }
            print(CommandResult.views(lines));
            return CommandResult.code(lines).number();
        }
    }

    private ClosePart part() {
        if (qty != null && percent != null) {
            throw new InvalidValueException("percent", percent, "not together with --qty");
        }
        if (all && (qty != null || percent != null || limit != null)) {
            throw new InvalidValueException("all", "given", "without --qty, --percent and --limit");
        }
        var _ = price();
        if (qty != null) {
            return new ClosePart.ByQuantity(Quantity.requested("qty", qty));
        }
        return percent == null ? new ClosePart.Whole() : new ClosePart.ByPercentage(percent);
    }

    private static List<Symbol> held(TradingPlatform tradingPlatform) {
        return BrokerFailures.answer(tradingPlatform.broker().positions()).items().stream()
                .map(Position::symbol)
                .toList();
    }

    /**
     * Goes on until the close has ended and the rest is protected again, for a while; the trading
     * loop goes on after it.
     */
    private CloseResult closed(TradingPlatform tradingPlatform, Symbol each, ClosePart part)
            throws InterruptedException {
        CloseResult result = requested(tradingPlatform.closePosition(), each, part);
        for (int step = 0; step < MAX_STEPS && goesOn(tradingPlatform, result); step++) {
            context.processEnvironment().pause().of(STEP);
            tradingPlatform.syncOrders().sync();
            tradingPlatform.closePosition().resume();
            result = asStored(tradingPlatform, result);
        }
        return result;
    }

    private CloseResult requested(ClosePosition closePosition, Symbol each, ClosePart part) {
        StrategyId owner = owner();
        Price price = price();
        if (price != null) {
            return closePosition.closeAt(each, owner, part, price);
        }
        return owner == null
                ? closePosition.close(each, part)
                : closePosition.close(each, owner, part);
    }

    private static boolean goesOn(TradingPlatform tradingPlatform, CloseResult result) {
        return result instanceof CloseResult.Closing(Order order)
                && !tradingPlatform.closePosition().settled(order);
    }

    private static CloseResult asStored(TradingPlatform tradingPlatform, CloseResult result) {
        return result instanceof CloseResult.Closing(Order order)
                ? new CloseResult.Closing(
                        tradingPlatform.repository().find(order.id()).orElse(order))
                : result;
    }

    private static CommandResult<CloseView> line(Symbol each, CloseResult result) {
        return new CommandResult<>(CloseView.of(each, result), ResultExitCodes.of(result));
    }

    private CommandResult<CloseView> would(
            TradingPlatform tradingPlatform, Symbol each, ClosePart part) {
        return tradingPlatform
                .closePosition()
                .preview(each, owner(), part, price())
                .map(result -> line(each, result))
                .orElseGet(() ->
                        new CommandResult<>(
                                new CloseView(each, "would_be_closed", "", null), ExitCode.OK));
    }

    private @Nullable StrategyId owner() {
        return strategy == null ? null : new StrategyId(strategy);
    }

    private @Nullable Price price() {
        return limit == null ? null : Price.requested("limit", limit);
    }

    private void print(List<CloseView> lines) {
        if (output.json()) {
            output.print(lines.stream().map(CloseView::json).toList());
            return;
        }
        if (lines.isEmpty()) {
            output.line("no positions");
            return;
        }
        Table table = new Table("symbol", "close", "order", "status", "");
        lines.forEach(line ->
                table.row(
                        line.symbol(),
                        line.result().replace('_', ' '),
                        line.order() == null ? "" : line.order().id(),
                        line.order() == null ? "" : line.order().status(),
                        line.text()));
        output.print(table);
    }
}
