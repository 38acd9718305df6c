package dev.lockstep.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.OrderView;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.wiring.Desk;
import dev.lockstep.domain.order.BrokerOrderId;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.usecase.AdoptResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes orders ours that were sent elsewhere. */
@Command(
        name = "adopt",
        description =
                "Keep orders here that were sent elsewhere, with the orders that hang on them;"
                        + " 'lockstep order list --external' shows them.")
final class OrderAdoptCommand implements Callable<Integer> {
    private final Lockstep root;

    @Mixin private Output output = new Output();

    @Parameters(paramLabel = "BROKER_ID", arity = "1..1000", description = "The broker's ids.")
    private List<String> names = List.of();

    OrderAdoptCommand(Lockstep root) {
        this.root = root;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<BrokerOrderId> ids = names.stream().map(BrokerOrderId::new).toList();
        root.settings().folder().requireOurs();
        try (Desk desk = Desks.open(root)) {
            List<Line> lines = new ArrayList<>();
            for (BrokerOrderId id : ids) {
                lines.add(line(id, desk.floor().adoptOrder().adopt(id)));
            }
            print(lines);
            return lines.stream().map(Line::code).reduce(ExitCode.OK, ExitCode::or).number();
        }
    }

    private static Line line(BrokerOrderId id, AdoptResult result) {
        return switch (result) {
            case AdoptResult.Adopted adopted ->
                    new Line(
                            id,
                            "adopted",
                            ExitCode.OK,
                            adopted.legs().isEmpty()
                                    ? ""
                                    : "with " + adopted.legs().size() + " orders that hang on it",
                            adopted.order());
            case AdoptResult.AlreadyOurs ours ->
                    new Line(id, "already_ours", ExitCode.OK, "", ours.order());
            case AdoptResult.NoSuchOrder _ ->
                    new Line(
                            id, "no_such_order", ExitCode.NO, "the broker has no such order", null);
            case AdoptResult.NotAdoptable refused ->
                    new Line(id, "refused", ExitCode.NO, refused.text(), null);
            case AdoptResult.Failed failed ->
                    new Line(
                            id,
                            "failed",
                            ExitCode.BROKER,
                            BrokerFailures.text(failed.fault()),
                            null);
        };
    }

    private void print(List<Line> lines) {
        if (output.json()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            lines.forEach(line -> array.add(line.json()));
            output.print(array);
            return;
        }
        Table table = new Table("broker id", "adopt", "order", "");
        lines.forEach(line -> {
            Order order = line.order();
            table.row(line.id(), line.result(), order == null ? "" : order.id(), line.text());
        });
        output.print(table);
    }

    private record Line(
            BrokerOrderId id, String result, ExitCode code, String text, @Nullable Order order) {
        ObjectNode json() {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("brokerOrderId", id.value());
            node.put("result", result);
            node.put("text", text);
            node.set("order", order == null ? null : OrderView.json(order));
            return node;
        }
    }
}
