package dev.lockstep.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.CancelLine;
import dev.lockstep.app.view.OrderName;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.wiring.Book;
import dev.lockstep.app.wiring.Desk;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.OrderRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

    @Option(names = "--dry-run", description = "Say what would be canceled, and cancel nothing.")
    private boolean dryRun;

    OrderCancelCommand(Lockstep root) {
        this.root = root;
    }

    @Override
    public Integer call() throws InterruptedException {
        root.settings().folder().requireDatabase();
        List<CancelLine> lines = dryRun ? checked() : canceled();
        print(lines);
        return lines.stream().map(CancelLine::code).reduce(ExitCode.OK, ExitCode::or).number();
    }

    private List<CancelLine> checked() {
        try (Book book = Desks.book(root)) {
            return lines(book.repository(), CancelLine::checked);
        }
    }

    private List<CancelLine> canceled() throws InterruptedException {
        try (Desk desk = Desks.open(root)) {
            return lines(
                    desk.repository(),
                    (name, order) -> CancelLine.of(name, desk.cancelOrder().cancel(order.id())));
        }
    }

    private List<CancelLine> lines(
            OrderRepository repository, BiFunction<String, Order, CancelLine> action) {
        List<CancelLine> lines = new ArrayList<>();
        for (String name : names) {
            lines.add(
                    OrderName.find(repository, name)
                            .map(order -> action.apply(name, order))
                            .orElseGet(() -> CancelLine.noSuchOrder(name)));
        }
        return lines;
    }

    private void print(List<CancelLine> lines) {
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
}
