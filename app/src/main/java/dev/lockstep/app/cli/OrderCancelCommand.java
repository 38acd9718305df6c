package dev.lockstep.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.wiring.Desk;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.usecase.CancelResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Asks for orders to be canceled. */
@Command(
        name = "cancel",
        description = "Ask for orders to be canceled; 'lockstep sync' tells what came of it.")
final class OrderCancelCommand implements Callable<Integer> {
    private final Lockstep root;

    @Mixin private Output output = new Output();

    @Parameters(
            paramLabel = "ORDER",
            arity = "1..1000",
            description = "Their ids, client order ids or the broker's ids.")
    private List<String> names = List.of();

    OrderCancelCommand(Lockstep root) {
        this.root = root;
    }

    @Override
    public Integer call() throws InterruptedException {
        root.settings().folder().requireDatabase();
        try (Desk desk = Desks.open(root)) {
            List<Line> lines = new ArrayList<>();
            for (String name : names) {
                lines.add(canceled(desk, name));
            }
            print(lines);
            return lines.stream().map(Line::code).reduce(ExitCode.OK, ExitCode::or).number();
        }
    }

    private static Line canceled(Desk desk, String name) {
        Optional<Order> order = OrderName.find(desk.repository(), name);
        return order.map(found -> line(name, desk.cancelOrder().cancel(found.id())))
                .orElseGet(() -> noSuchOrder(name));
    }

    private static Line line(String name, CancelResult result) {
        return switch (result) {
            case CancelResult.NoSuchOrder _ -> noSuchOrder(name);
            case CancelResult.Requested requested ->
                    new Line(name, "requested", ExitCode.OK, "", requested.order());
            case CancelResult.CanceledHere here ->
                    new Line(name, "canceled", ExitCode.OK, "it was never sent", here.order());
            case CancelResult.TooLate late ->
                    new Line(
                            name,
                            "too_late",
                            ExitCode.NO,
                            "it is " + late.order().status(),
                            late.order());
            case CancelResult.Refused refused ->
                    new Line(name, "refused", ExitCode.NO, refused.text(), refused.order());
            case CancelResult.OnceResolved later ->
                    new Line(
                            name,
                            "once_resolved",
                            ExitCode.OK,
                            "nobody knows yet whether the broker has it; 'lockstep sync' finds"
                                    + " out and cancels it",
                            later.order());
            case CancelResult.Unresolved missing ->
                    new Line(
                            name,
                            "unresolved",
                            ExitCode.BROKER,
                            missing.text() + "; ask again",
                            missing.order());
        };
    }

    private static Line noSuchOrder(String name) {
        return new Line(name, "no_such_order", ExitCode.NO, "", null);
    }

    private void print(List<Line> lines) {
        if (output.json()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            lines.forEach(line -> array.add(line.json()));
            output.print(array);
            return;
        }
        Table table = new Table("order", "cancel", "");
        lines.forEach(line -> table.row(line.name(), line.result(), line.text()));
        output.print(table);
    }

    private record Line(
            String name, String result, ExitCode code, String text, @Nullable Order order) {
        ObjectNode json() {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("name", name);
            node.put("result", result);
            node.put("text", text);
            node.set("order", order == null ? null : OrderView.json(order));
            return node;
        }
    }
}
