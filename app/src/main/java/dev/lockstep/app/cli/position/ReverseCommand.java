package dev.lockstep.app.cli.position;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.RecoveryGate;
import dev.lockstep.app.cli.shell.ResultExitCodes;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.change.ReversalView;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.usecase.reverse.ReversalResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reverses a position. */
@Command(
        name = "reverse",
        description =
                "Close a position at the market, and open as many whole shares in the other "
                        + "direction once nothing is held.")
public final class ReverseCommand implements Callable<Integer> {
    private static final int MAX_STEPS = 10;
    private static final Duration STEP = Duration.ofMillis(500);

    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Parameters(paramLabel = "SYMBOL", description = "Symbol, such as AAPL.")
    private String symbol = "";

    @Option(names = "--dry-run", description = "Check what would happen; send and store nothing.")
    private boolean dryRun;

    public ReverseCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Symbol requested = Symbol.typed(symbol);
        try (TradingPlatform tradingPlatform =
                dryRun ? OpenPlatform.open(context) : OpenPlatform.openNew(context)) {
            if (dryRun) {
                return would(tradingPlatform, requested).number();
            }
            RecoveryGate.pass(tradingPlatform.recovery(), output);
            ReversalResult result = reversed(tradingPlatform, requested);
            print(ReversalView.of(requested, result));
            return ResultExitCodes.of(result).number();
        }
    }

    private ExitCode would(TradingPlatform tradingPlatform, Symbol requested) {
        Optional<ReversalResult> preview = tradingPlatform.reversePosition().preview(requested);
        print(
                preview.map(result -> ReversalView.of(requested, result))
                        .orElseGet(() ->
                                new ReversalView(
                                        requested,
                                        "would_be_reversed",
                                        "",
                                        null,
                                        null,
                                        List.of())));
        return preview.map(ResultExitCodes::of).orElse(ExitCode.OK);
    }

    /** Goes on until the order is sent or ended, for a while; the trading loop goes on after it. */
    private ReversalResult reversed(TradingPlatform tradingPlatform, Symbol requested)
            throws InterruptedException {
        ReversalResult result = tradingPlatform.reversePosition().reverse(requested);
        for (int step = 0; step < MAX_STEPS && waits(result); step++) {
            context.processEnvironment().pause().of(STEP);
            tradingPlatform.syncOrders().sync();
            tradingPlatform.closePosition().resume();
            tradingPlatform.reversePosition().resume();
            result = asStored(tradingPlatform, result);
        }
        return result;
    }

    private static boolean waits(ReversalResult result) {
        return result instanceof ReversalResult.Reversing(Order _, Order order)
                && order.status() == OrderStatus.WAITING;
    }

    private static ReversalResult asStored(TradingPlatform tradingPlatform, ReversalResult result) {
        return result instanceof ReversalResult.Reversing(Order close, Order order)
                ? new ReversalResult.Reversing(
                        stored(tradingPlatform, close), stored(tradingPlatform, order))
                : result;
    }

    private static Order stored(TradingPlatform tradingPlatform, Order order) {
        return tradingPlatform.repository().find(order.id()).orElse(order);
    }

    private void print(ReversalView view) {
        if (output.json()) {
            output.print(view.json());
            return;
        }
        output.print(
                new Table("symbol", "reversal", "close", "order", "status", "")
                        .row(
                                view.symbol(),
                                view.result().replace('_', ' '),
                                id(view.close()),
                                id(view.order()),
                                view.order() == null ? "" : view.order().status(),
                                view.text()));
    }

    private static Object id(@Nullable Order order) {
        return order == null ? "" : order.id();
    }
}
