package dev.lockstep.app.cli.order;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.cli.shell.BrokerFailures;
import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.view.OrderView;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.UnreadableView;
import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.app.view.change.CancelView;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.CancelAnswer;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.usecase.cancel.CancelAllResult;
import dev.lockstep.domain.usecase.cancel.CancelScope;
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
        context.settings().folder().requireDatabase();
        try (TradingPlatform tradingPlatform = OpenPlatform.open(context)) {
            return dryRun
                    ? print(lines(tradingPlatform.cancelAll().preview(scope), scope), null).number()
                    : canceled(tradingPlatform.cancelAll().cancelAll(scope)).number();
        }
    }

    private ExitCode canceled(CancelAllResult result) {
        List<CancelView> ours = result.ours().stream().map(CancelView::of).toList();
        List<CancelView> others =
                result.external().stream().map(CancelAllCommand::externalLine).toList();
        return print(new Lines(ours, others, result.unreadable()), result.externalUnknown());
    }

    private ExitCode print(Lines lines, @Nullable BrokerFault externalUnknown) {
        if (output.json()) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.set("orders", tree(lines.ours()));
            node.set("external", tree(lines.external()));
            node.set("unreadable", UnreadableView.json(lines.unreadable()));
            node.put(
                    "externalUnknown",
                    externalUnknown == null ? null : BrokerFailures.text(externalUnknown));
            output.print(node);
        } else {
            print(lines);
        }
        UnreadableView.lines(lines.unreadable()).forEach(output::note);
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
        lines.ours()
                .forEach(line ->
                        table.row(
                                line.name(),
                                line.order() == null
                                        ? ""
                                        : OrderView.described(line.order().terms()),
                                line.result(),
                                line.text()));
        lines.external()
                .forEach(line -> table.row(line.name(), "external", line.result(), line.text()));
        output.print(table);
    }

    private static ArrayNode tree(List<CancelView> lines) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        lines.forEach(line -> array.add(BodyTree.of(line.json())));
        return array;
    }

    private static Lines lines(CancelAllResult.Preview preview, CancelScope scope) {
        if (preview.externalUnknown() != null) {
            throw BrokerFailures.end(preview.externalUnknown());
        }
        return new Lines(
                preview.ours().stream().map(CancelAllCommand::would).toList(),
                preview.external().stream()
                        .map(there ->
                                new CancelView(
                                        there.brokerOrderId().value(),
                                        scope.external() ? "would_be_canceled" : "not_requested",
                                        ExitCode.OK,
                                        there.side() + " " + there.symbol(),
                                        null))
                        .toList(),
                preview.unreadable());
    }

    private static CancelView would(Order order) {
        return new CancelView(order.id().value(), "would_be_canceled", ExitCode.OK, "", order);
    }

    private static CancelView externalLine(CancelAllResult.External external) {
        String name = external.id().value();
        return switch (external.answer()) {
            case null ->
                    new CancelView(
                            name,
                            "not_requested",
                            ExitCode.OK,
                            "external; add --external to cancel it too",
                            null);
            case CancelAnswer.Requested _ ->
                    new CancelView(name, "requested", ExitCode.OK, "", null);
            case CancelAnswer.Refused refused ->
                    new CancelView(name, "refused", ExitCode.NO, refused.text(), null);
            case CancelAnswer.Absent absent ->
                    new CancelView(name, "absent", ExitCode.NO, absent.evidence().summary(), null);
            case CancelAnswer.Unresolved missing ->
                    new CancelView(
                            name,
                            "unresolved",
                            ExitCode.BROKER,
                            missing.text()
                                    + (external.pursued()
                                            ? "; it is sent again until the order ends"
                                            : "; repeat the command"),
                            null);
        };
    }

    private record Lines(
            List<CancelView> ours, List<CancelView> external, List<UnreadableItem> unreadable) {
        ExitCode code() {
            ExitCode code = ExitCode.OK;
            for (CancelView line : ours) {
                code = code.or(line.code());
            }
            for (CancelView line : external) {
                code = code.or(line.code());
            }
            return code;
        }
    }
}
