package dev.lockstep.app.cli.position;

import dev.lockstep.app.cli.shell.BrokerFailures;
import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.body.UnreadableBody;
import dev.lockstep.app.view.body.position.HoldingBody;
import dev.lockstep.app.view.body.position.PositionsBody;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.store.Adjustments.AdjustmentQuery;
import dev.lockstep.domain.position.Holdings;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.query.AdjustmentScanner;
import dev.lockstep.domain.usecase.query.HoldingsByStrategy.Holding;
import dev.lockstep.domain.usecase.reconcile.PositionComparison;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the local positions next to those at the broker. */
@Command(
        name = "positions",
        description =
                "Show the local positions next to those at the broker. Run "
                        + "'lockstep sync' first.")
public final class PositionsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Option(
            names = "--by-strategy",
            description =
                    "Show the quantity that each strategy holds, by the fills of its "
                            + "own orders.")
    private boolean byStrategy;

    public PositionsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (TradingPlatform tradingPlatform = OpenPlatform.open(context)) {
            if (byStrategy) {
                printHoldings(tradingPlatform.brokerUseCases().holdingsByStrategy().all());
                return ExitCode.OK.number();
            }
            // The broker first: a fill between both questions then shows on ours.
            FetchedList<Position> atBroker =
                    BrokerFailures.answer(tradingPlatform.broker().positions());
            FetchedList<PositionComparison> lines =
                    tradingPlatform
                            .comparePositions()
                            .compare(tradingPlatform.repository().holdings(), atBroker);
            print(lines, adjusted(tradingPlatform), atBroker);
            boolean reconciled = lines.items().stream().allMatch(PositionComparison::inStep);
            boolean complete = lines.unreadable().isEmpty();
            return (reconciled && complete ? ExitCode.OK : ExitCode.NO).number();
        }
    }

    /** Returns the part of our positions that is no trade. */
    private static Holdings adjusted(TradingPlatform tradingPlatform) {
        return Holdings.NONE.adjusted(
                new AdjustmentScanner(tradingPlatform.repository().adjustments())
                        .listed(AdjustmentQuery.all()));
    }

    private void printHoldings(List<Holding> holdings) {
        if (output.json()) {
            output.print(holdings.stream().map(HoldingBody::of).toList());
        } else if (holdings.isEmpty()) {
            output.line("no strategy holds a position");
        } else {
            Table table = new Table("symbol", "strategy", "holds");
            holdings.forEach(
                    holding -> table.row(holding.symbol(), holding.strategy(), holding.netQty()));
            output.print(table);
        }
    }

    private static String note(PositionComparison line) {
        if (line.same()) {
            return "";
        }
        return line.feeAwaited() ? "fee not booked yet" : "differs";
    }

    private void print(
            FetchedList<PositionComparison> lines,
            Holdings adjusted,
            FetchedList<Position> atBroker) {
        if (output.json()) {
            output.print(PositionsBody.of(lines, adjusted::of, atBroker));
        } else {
            print(lines, adjusted);
        }
    }

    private void print(FetchedList<PositionComparison> lines, Holdings adjusted) {
        if (lines.items().isEmpty() && lines.unreadable().isEmpty()) {
            output.line("no positions");
            return;
        }
        Table table = new Table("symbol", "local", "adjusted", "broker", "");
        lines.items()
                .forEach(line ->
                        table.row(
                                line.symbol(),
                                line.ours(),
                                adjusted.of(line.symbol()).flat() ? "" : adjusted.of(line.symbol()),
                                line.brokers(),
                                note(line)));
        lines.unreadable()
                .forEach(item -> table.row(item.name(), "", "", item.quantity(), "unreadable"));
        output.print(table);
        if (!lines.unreadable().isEmpty()) {
            output.note(
                    "The list is incomplete: Lockstep cannot read some positions at the broker.");
            UnreadableBody.of(lines.unreadable()).forEach(item -> output.note(item.line()));
        }
    }
}
