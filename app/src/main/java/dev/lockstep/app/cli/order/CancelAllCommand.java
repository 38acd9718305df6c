package dev.lockstep.app.cli.order;

import dev.lockstep.app.cli.shell.BrokerFailures;
import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.CommandResult;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ResultExitCodes;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.view.OrderView;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.body.CancelBody;
import dev.lockstep.app.view.body.CancelReportBody;
import dev.lockstep.app.view.body.UnreadableBody;
import dev.lockstep.app.view.change.CancelView;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.CancelAnswer;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.usecase.cancel.CancelAllResult;
import dev.lockstep.domain.usecase.cancel.CancelResult;
import dev.lockstep.domain.usecase.cancel.CancelScope;
import dev.lockstep.domain.value.ShownValue;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Requests the cancel of all open orders. */
@Command(
        name = "cancel-all",
        description =
                "Request the cancel of all open orders. 'lockstep sync' shows the " + "result.")
public final class CancelAllCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Option(names = "--symbol", paramLabel = "SYMBOL", description = "Only orders of this symbol.")
    private @Nullable String symbol;

    @Option(names = "--side", paramLabel = "SIDE", description = "Only buy or only sell orders.")
    private @Nullable Side side;

    @Option(
            names = "--external",
            description =
                    "Cancel external orders too. Without it they are only listed, and "
                            + "keep working: also those that replaced an order of Lockstep at the"
                            + " broker.")
    private boolean external;

    @Option(
            names = "--dry-run",
            description = "List what would be canceled; send and store nothing.")
    private boolean dryRun;

    public CancelAllCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        CancelScope scope =
                new CancelScope(symbol == null ? null : Symbol.typed(symbol), side, external);
        try (TradingPlatform tradingPlatform = OpenPlatform.open(context)) {
            return dryRun
                    ? print(lines(tradingPlatform.cancelAll().preview(scope), scope), null).number()
                    : canceled(tradingPlatform.cancelAll().cancelAll(scope)).number();
        }
    }

    private ExitCode canceled(CancelAllResult result) {
        List<CommandResult<CancelView>> ours =
                result.ours().stream().map(CancelAllCommand::line).toList();
        List<CommandResult<CancelView>> others =
                result.external().stream().map(CancelAllCommand::externalLine).toList();
        return print(new Lines(ours, others, result.unreadable()), result.externalUnknown());
    }

    private static CommandResult<CancelView> line(CancelResult result) {
        return new CommandResult<>(CancelView.of(result), ResultExitCodes.of(result));
    }

    private ExitCode print(Lines lines, @Nullable BrokerFault externalUnknown) {
        if (output.json()) {
            output.print(
                    new CancelReportBody(
                            bodies(lines.ours()),
                            bodies(lines.external()),
                            UnreadableBody.of(lines.unreadable()),
                            externalUnknown == null ? null : BrokerFailures.text(externalUnknown)));
        } else {
            print(lines);
        }
        UnreadableBody.of(lines.unreadable()).forEach(item -> output.note(item.line()));
        if (externalUnknown != null) {
            output.note(
                    "External orders could not be listed: " + BrokerFailures.text(externalUnknown));
        }
        return lines.code().or(externalUnknown == null ? ExitCode.OK : ExitCode.BROKER);
    }

    private void print(Lines lines) {
        if (lines.ours().isEmpty() && lines.external().isEmpty()) {
            output.line("no open orders");
            return;
        }
        Table table = new Table("order", "terms", "cancel", "");
        CommandResult.views(lines.ours())
                .forEach(line ->
                        table.row(
                                line.name(),
                                line.order() == null
                                        ? ""
                                        : OrderView.described(line.order().terms()),
                                line.keyword(),
                                line.text()));
        CommandResult.views(lines.external())
                .forEach(line -> table.row(line.name(), "external", line.keyword(), line.text()));
        output.print(table);
    }

    private static List<CancelBody> bodies(List<CommandResult<CancelView>> lines) {
        return CommandResult.views(lines).stream().map(CancelView::json).toList();
    }

    private static Lines lines(CancelAllResult.Preview preview, CancelScope scope) {
        if (preview.externalUnknown() != null) {
            throw BrokerFailures.end(preview.externalUnknown());
        }
        return new Lines(
                preview.ours().stream().map(CancelAllCommand::would).toList(),
                preview.external().stream().map(there -> would(there, scope.external())).toList(),
                preview.unreadable());
    }

    private static CommandResult<CancelView> would(Order order) {
        return new CommandResult<>(
                CancelView.wouldBeCanceled(order.id().value(), order), ExitCode.OK);
    }

    private static CommandResult<CancelView> would(BrokerOrder there, boolean requested) {
        return new CommandResult<>(
                new CancelView(
                        there.brokerOrderId().value(),
                        requested ? "would_be_canceled" : "not_requested",
                        ShownValue.of(there.side()) + " " + there.symbol(),
                        null),
                ExitCode.OK);
    }

    private static CommandResult<CancelView> externalLine(CancelAllResult.External external) {
        return new CommandResult<>(externalView(external), ResultExitCodes.of(external.answer()));
    }

    private static CancelView externalView(CancelAllResult.External external) {
        String name = external.id().value();
        return switch (external.answer()) {
            case null ->
                    new CancelView(
                            name,
                            "not_requested",
                            "external; add --external to cancel it too",
                            null);
            case CancelAnswer.Requested _ -> new CancelView(name, "requested", "", null);
            case CancelAnswer.Refused refused ->
                    new CancelView(name, "refused", refused.text(), null);
            case CancelAnswer.Absent absent ->
                    new CancelView(name, "absent", absent.evidence().summary(), null);
            case CancelAnswer.Unresolved missing ->
                    new CancelView(
                            name,
                            "unresolved",
                            missing.text()
                                    + (external.pursued()
                                            ? "; it is sent again until the order ends"
                                            : "; repeat the command"),
                            null);
        };
    }

    private record Lines(
            List<CommandResult<CancelView>> ours,
            List<CommandResult<CancelView>> external,
            List<UnreadableItem> unreadable) {
        ExitCode code() {
            return CommandResult.code(ours).or(CommandResult.code(external));
        }
    }
}
