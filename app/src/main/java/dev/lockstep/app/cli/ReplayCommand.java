package dev.lockstep.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.OrderName;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.wiring.Book;
import dev.lockstep.domain.audit.Replay;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.usecase.ReplayOrders;
import dev.lockstep.domain.usecase.ReplayReport;
import dev.lockstep.domain.usecase.ReplayReport.Unlike;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes orders anew from their events and tells where that is not what is stored. */
@Command(
        name = "replay",
        description =
                "Make an order, or all of them, anew from the events and compare it with what is"
                        + " stored; changes nothing. Ends in 1 if they differ.")
final class ReplayCommand implements Callable<Integer> {
    private final Lockstep root;

    @Mixin private Output output = new Output();

    @Parameters(
            arity = "0..1",
            paramLabel = "ORDER",
            description = "Its id, its client order id or the broker's id of it.")
    private @Nullable String id;

    @Option(names = "--all", description = "All orders.")
    private boolean all;

    ReplayCommand(Lockstep root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        if (all == (id != null)) {
            throw new InvalidValueException(
                    "replay", id == null ? "nothing" : id + " and --all", "an order or --all");
        }
        try (Book book = Desks.book(root)) {
            ReplayOrders replayOrders = new ReplayOrders(book.repository());
            ReplayReport report =
                    id == null ? all(book, replayOrders) : one(book, replayOrders, id);
            if (output.json()) {
                output.print(json(report));
            } else {
                print(report);
            }
            return (report.unlike() == 0 ? ExitCode.OK : ExitCode.NO).number();
        }
    }

    private ReplayReport all(Book book, ReplayOrders replayOrders) {
        ProgressLine progress = new ProgressLine(output, root.surroundings().terminal());
        progress.phase("replaying");
        long total = book.feed().orders();
        try {
            return replayOrders.all(orders -> progress.at(Math.min(orders, total), total));
        } finally {
            progress.end();
        }
    }

    private static ReplayReport one(Book book, ReplayOrders replayOrders, String name) {
        Order order =
                OrderName.find(book.repository(), name)
                        .orElseThrow(() -> new CommandEnd(ExitCode.NO, "no order " + name));
        Replay replay = replayOrders.replay(order);
        List<String> differences = replay.differences();
        return new ReplayReport(
                1,
                replay.events().size(),
                differences.isEmpty() ? 0 : 1,
                differences.isEmpty() ? List.of() : List.of(new Unlike(order.id(), differences)));
    }

    private void print(ReplayReport report) {
        output.print(
                new Table("", "")
                        .row("orders", report.orders())
                        .row("events", report.events())
                        .row("differ", report.unlike()));
        report.told()
                .forEach(unlike ->
                        unlike.differences()
                                .forEach(line -> output.line(unlike.id() + " " + line)));
        boolean same = report.unlike() == 0;
        output.line(output.verdict(same, same ? "the events make what is stored" : "they differ"));
    }

    private static ObjectNode json(ReplayReport report) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("orders", report.orders());
        node.put("events", report.events());
        node.put("differ", report.unlike());
        ArrayNode told = node.putArray("differences");
        for (Unlike unlike : report.told()) {
            ObjectNode order = told.addObject();
            order.put("order", unlike.id().value());
            ArrayNode lines = order.putArray("lines");
            unlike.differences().forEach(lines::add);
        }
        return node;
    }
}
