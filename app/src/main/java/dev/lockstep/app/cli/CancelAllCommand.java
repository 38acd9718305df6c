package dev.lockstep.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.CancelLine;
import dev.lockstep.app.view.OrderView;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.UnreadableView;
import dev.lockstep.app.wiring.Desk;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.port.BrokerFault;
import dev.lockstep.domain.port.CancelAnswer;
import dev.lockstep.domain.port.UnreadableItem;
import dev.lockstep.domain.usecase.CancelAllResult;
import dev.lockstep.domain.usecase.CancelScope;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks for all open orders to be canceled. */
@Command(
        name = "cancel-all",
        description =
                "Ask for all open orders to be canceled; 'lockstep sync' tells what came of it.")
final class CancelAllCommand implements Callable<Integer> {
    private final Lockstep root;

    @Mixin private Output output = new Output();

    @Option(names = "--symbol", paramLabel = "SYMBOL", description = "Only those of one symbol.")
    private @Nullable String symbol;

    @Option(names = "--side", paramLabel = "SIDE", description = "Only buy or only sell orders.")
    private @Nullable Side side;

    @Option(
            names = "--external",
            description = "Also those that were sent elsewhere; else they are only listed.")
    private boolean external;

    @Option(names = "--dry-run", description = "List what would be canceled, and cancel nothing.")
    private boolean dryRun;

    CancelAllCommand(Lockstep root) {
        this.root = root;
    }

    @Override
    public Integer call() throws InterruptedException {
        CancelScope scope =
                new CancelScope(symbol == null ? null : Symbol.typed(symbol), side, external);
        root.settings().folder().requireDatabase();
        try (Desk desk = Desks.open(root)) {
            return dryRun
                    ? print(lines(desk.cancelAll().preview(scope), scope), null).number()
                    : canceled(desk.cancelAll().cancelAll(scope)).number();
        }
    }

    private ExitCode canceled(CancelAllResult result) {
        List<CancelLine> ours = result.ours().stream().map(CancelLine::of).toList();
        List<CancelLine> others =
                result.external().stream().map(CancelAllCommand::externalLine).toList();
        return print(new Lines(ours, others, result.unreadable()), result.externalUnknown());
    }

    private ExitCode print(Lines lines, @Nullable BrokerFault externalUnknown) {
        if (output.json()) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            addAll(node.putArray("orders"), lines.ours());
            addAll(node.putArray("external"), lines.external());
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
                    "orders that were sent elsewhere could not be listed: "
                            + BrokerFailures.text(externalUnknown));
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
                .forEach(line ->
                        table.row(line.name(), "sent elsewhere", line.result(), line.text()));
        output.print(table);
    }

    private static void addAll(ArrayNode array, List<CancelLine> lines) {
        lines.forEach(line -> array.add(line.json()));
    }

    private static Lines lines(CancelAllResult.Preview preview, CancelScope scope) {
        if (preview.externalUnknown() != null) {
            throw BrokerFailures.end(preview.externalUnknown());
        }
        return new Lines(
                preview.ours().stream().map(CancelAllCommand::would).toList(),
                preview.external().stream()
                        .map(there ->
                                new CancelLine(
                                        there.brokerOrderId().value(),
                                        scope.external() ? "would_be_canceled" : "left_alone",
                                        ExitCode.OK,
                                        there.side() + " " + there.symbol(),
                                        null))
                        .toList(),
                preview.unreadable());
    }

    private static CancelLine would(Order order) {
        return new CancelLine(order.id().value(), "would_be_canceled", ExitCode.OK, "", order);
    }

    private static CancelLine externalLine(CancelAllResult.External external) {
        String name = external.id().value();
        return switch (external.answer()) {
            case null ->
                    new CancelLine(
                            name, "left_alone", ExitCode.OK, "--external cancels it too", null);
            case CancelAnswer.Requested _ ->
                    new CancelLine(name, "requested", ExitCode.OK, "", null);
            case CancelAnswer.Refused refused ->
                    new CancelLine(name, "refused", ExitCode.NO, refused.text(), null);
            case CancelAnswer.Absent absent ->
                    new CancelLine(name, "absent", ExitCode.NO, absent.evidence().summary(), null);
            case CancelAnswer.Unresolved missing ->
                    new CancelLine(
                            name,
                            "unresolved",
                            ExitCode.BROKER,
                            missing.text() + "; ask again",
                            null);
        };
    }

    private record Lines(
            List<CancelLine> ours, List<CancelLine> external, List<UnreadableItem> unreadable) {
        ExitCode code() {
            ExitCode code = ExitCode.OK;
            for (CancelLine line : ours) {
                code = code.or(line.code());
            }
            for (CancelLine line : external) {
                code = code.or(line.code());
            }
            return code;
        }
    }
}
