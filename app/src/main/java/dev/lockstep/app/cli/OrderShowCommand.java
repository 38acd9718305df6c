package dev.lockstep.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.wiring.Book;
import dev.lockstep.app.wiring.Opening;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderEvent;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one order with its whole history and the evidence for each step. */
@Command(name = "show", description = "Show one order and what happened to it, with the evidence.")
final class OrderShowCommand implements Callable<Integer> {
    private final Lockstep root;

    @Mixin private Output output = new Output();

    @Parameters(
            paramLabel = "ORDER",
            description = "Its id, its client order id or the broker's id of it.")
    private String id = "";

    OrderShowCommand(Lockstep root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Book book = new Opening(root.surroundings()).book(root.settings())) {
            Order order =
                    OrderName.find(book.repository(), id)
                            .orElseThrow(() -> new CommandEnd(ExitCode.NO, "no order " + id));
            List<OrderEvent> history = book.repository().history(order.id());
            if (output.json()) {
                ObjectNode node = OrderView.json(order);
                ArrayNode events = node.putArray("history");
                history.forEach(event -> events.add(OrderView.json(event)));
                output.print(node);
            } else {
                print(order, history);
            }
            return ExitCode.OK.number();
        }
    }

    private void print(Order order, List<OrderEvent> history) {
        output.print(
                new Table("", "")
                        .row("order", order.id())
                        .row("terms", OrderView.described(order.terms()))
                        .row("status", order.status())
                        .row("why", order.state().text())
                        .row(
                                "filled",
                                order.cumQty()
                                        + " of "
                                        + OrderView.described(order.terms().amount()))
                        .row("average price", OrderView.orEmpty(order.avgPx()))
                        .row("broker's id", OrderView.orEmpty(order.brokerOrderId()))
                        .row("client order id", order.clientOrderId())
                        .row("key", order.idempotencyKey())
                        .row("made", order.createdAt())
                        .row("last change", order.updatedAt()));
        output.line("");
        Table events = new Table("version", "at", "status", "filled", "source", "evidence");
        for (OrderEvent event : history) {
            events.row(
                    event.version(),
                    event.at(),
                    event.state().status(),
                    event.state().cumQty(),
                    OrderView.word(event.evidence().source()),
                    event.evidence().summary());
        }
        output.print(events);
    }
}
