package dev.lockstep.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.CloseLine;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.wiring.Desk;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.StrategyId;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.CloseResult;
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
                "Close a position by one market order, after the orders that hold its shares are"
                        + " canceled.")
final class CloseCommand implements Callable<Integer> {
    private static final int MAX_STEPS = 10;
    private static final Duration STEP = Duration.ofMillis(500);

    private final Lockstep root;

    @Mixin private Output output = new Output();

    @Parameters(paramLabel = "SYMBOL", arity = "0..1", description = "Such as AAPL or BTC/USD.")
    private @Nullable String symbol;

    @Option(names = "--all", description = "All positions.")
    private boolean all;

    @Option(names = "--qty", paramLabel = "QTY", description = "So much of it, not all.")
    private @Nullable String qty;

    @Option(names = "--percent", paramLabel = "PERCENT", description = "So many percent of it.")
    private @Nullable BigDecimal percent;

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            description = "Only what this strategy holds of it.")
    private @Nullable String strategy;

    @Option(names = "--dry-run", description = "List what would be closed, and do nothing.")
    private boolean dryRun;

    CloseCommand(Lockstep root) {
        this.root = root;
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
        if (strategy != null) {
            new StrategyId(strategy);
        }
        try (Desk desk = Desks.open(root)) {
            List<Symbol> symbols = symbol == null ? held(desk) : List.of(Symbol.typed(symbol));
            if (!dryRun) {
                StartGate.pass(desk.recovery(), output);
            }
            List<CloseLine> lines = new ArrayList<>();
            for (Symbol each : symbols) {
                lines.add(
                        dryRun ? would(desk, each) : CloseLine.of(each, closed(desk, each, part)));
            }
            print(lines);
            return lines.stream().map(CloseLine::code).reduce(ExitCode.OK, ExitCode::or).number();
        }
    }

    private ClosePart part() {
        if (qty != null && percent != null) {
            throw new InvalidValueException("percent", percent, "not together with --qty");
        }
        if (all && (qty != null || percent != null)) {
            throw new InvalidValueException("all", "given", "without --qty and --percent");
        }
        if (qty != null) {
            return new ClosePart.ByQuantity(Quantity.wanted("qty", qty));
        }
        return percent == null ? new ClosePart.Whole() : new ClosePart.ByPercentage(percent);
    }

    private static List<Symbol> held(Desk desk) {
        return BrokerFailures.answer(desk.broker().positions()).items().stream()
                .map(Position::symbol)
                .toList();
    }

    /**
     * Goes on until the close has ended and the rest is protected again, for a while; the trading
     * loop goes on after it.
     */
    private CloseResult closed(Desk desk, Symbol each, ClosePart part) throws InterruptedException {
        CloseResult result =
                strategy == null
                        ? desk.closePosition().close(each, part)
                        : desk.closePosition().close(each, new StrategyId(strategy), part);
        for (int step = 0; step < MAX_STEPS && goesOn(desk, result); step++) {
            root.surroundings().pause().of(STEP);
            desk.syncOrders().sync();
            desk.closePosition().resume();
            result = asStored(desk, result);
        }
        return result;
    }

    private static boolean goesOn(Desk desk, CloseResult result) {
        return result instanceof CloseResult.Closing(Order order)
                && !desk.closePosition().settled(order);
    }

    private static CloseResult asStored(Desk desk, CloseResult result) {
        return result instanceof CloseResult.Closing(Order order)
                ? new CloseResult.Closing(desk.repository().find(order.id()).orElse(order))
                : result;
    }

    private static CloseLine would(Desk desk, Symbol each) {
        return held(desk).contains(each)
                ? new CloseLine(each, "would_be_closed", ExitCode.OK, "", null)
                : CloseLine.gone(each);
    }

    private void print(List<CloseLine> lines) {
        if (output.json()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            lines.forEach(line -> array.add(line.json()));
            output.print(array);
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
                        line.result(),
                        line.order() == null ? "" : line.order().id(),
                        line.order() == null ? "" : line.order().status(),
                        line.text()));
        output.print(table);
    }
}
