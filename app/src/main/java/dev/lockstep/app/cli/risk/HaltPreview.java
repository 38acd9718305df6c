package dev.lockstep.app.cli.risk;

import dev.lockstep.app.cli.shell.BrokerFailures;
import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.view.OrderView;
import dev.lockstep.app.view.Table;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.risk.limit.TradingState;
import dev.lockstep.domain.usecase.cancel.CancelAllResult;
import dev.lockstep.domain.usecase.cancel.CancelScope;
import dev.lockstep.domain.value.ShownValue;
import java.util.ArrayList;
import java.util.List;

/** Shows the effect of a halt without executing it. */
final class HaltPreview {
    private final CommandContext context;
    private final Output output;
    private final boolean cancel;
    private final boolean flatten;

    HaltPreview(CommandContext context, Output output, boolean cancel, boolean flatten) {
        this.context = context;
        this.output = output;
        this.cancel = cancel;
        this.flatten = flatten;
    }

    ExitCode print() throws InterruptedException {
        List<Line> lines = new ArrayList<>();
        if (cancel) {
            try (TradingPlatform tradingPlatform = OpenPlatform.open(context)) {
                addCancels(lines, tradingPlatform);
                if (flatten) {
                    addPositions(lines, tradingPlatform);
                }
            }
        }
        if (output.json()) {
            output.print(new HaltPreviewBody(true, ShownValue.of(TradingState.HALTED), lines));
            return ExitCode.OK;
        }
        output.line("trading would be halted");
        if (!lines.isEmpty()) {
            Table table = new Table("would be", "", "");
            lines.forEach(line -> table.row(line.action(), line.name(), line.text()));
            output.print(table);
        }
        return ExitCode.OK;
    }

    private static void addCancels(List<Line> lines, TradingPlatform tradingPlatform) {
        CancelAllResult.Preview preview =
                tradingPlatform.cancelAll().preview(new CancelScope(null, null, true));
        if (preview.externalUnknown() != null) {
            throw BrokerFailures.end(preview.externalUnknown());
        }
        for (Order order : preview.ours()) {
            lines.add(new Line("canceled", order.id().value(), OrderView.described(order.terms())));
        }
        for (BrokerOrder there : preview.external()) {
            lines.add(
                    new Line(
                            "canceled",
                            there.brokerOrderId().value(),
                            ShownValue.of(there.side()) + " " + there.symbol() + ", external"));
        }
        addUnreadable(lines, "canceled", preview.unreadable());
    }

    private static void addPositions(List<Line> lines, TradingPlatform tradingPlatform) {
        FetchedList<Position> positions =
                BrokerFailures.answer(tradingPlatform.broker().positions());
        for (Position position : positions.items()) {
            lines.add(
                    new Line(
                            "closed",
                            position.symbol().value(),
                            "position of " + position.netQty()));
        }
        addUnreadable(lines, "left", positions.unreadable());
    }

    private static void addUnreadable(
            List<Line> lines, String action, List<UnreadableItem> unreadable) {
        unreadable.forEach(item -> lines.add(new Line(action, item.name(), item.text())));
    }

    /**
     * An effect of the halt.
     *
     * @param action {@code canceled}, {@code closed} or {@code left}
     * @param name the order or the instrument
     * @param text the order or the position in one line
     */
    record Line(String action, String name, String text) {}

    /**
     * The effects of the halt.
     *
     * @param dryRun always true
     * @param state the state of trading
     * @param would the effects
     */
    record HaltPreviewBody(boolean dryRun, String state, List<Line> would) {}
}
