package dev.lockstep.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.ExternalView;
import dev.lockstep.app.view.OrderView;
import dev.lockstep.app.view.StatusWords;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.wiring.Book;
import dev.lockstep.app.wiring.Desk;
import dev.lockstep.app.wiring.Opening;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderId;
import dev.lockstep.domain.port.OrderQuery;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists orders from the database; the broker is not asked. */
@Command(name = "list", description = "List orders as the database has them, newest first.")
final class OrderListCommand implements Callable<Integer> {
    private static final String DEFAULT_LIMIT = "50";

    private final Lockstep root;

    @Mixin private Output output = new Output();

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            defaultValue = "all",
            description =
                    "all, open, unresolved, closed, or statuses such as new,filled"
                            + " (default: ${DEFAULT-VALUE}).")
    private String status = "all";

    @Option(names = "--symbol", paramLabel = "SYMBOL", description = "Only this instrument.")
    private @Nullable String symbol;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = DEFAULT_LIMIT,
            description = "The most orders to list, 1 to 1000 (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--after",
            paramLabel = "ORDER",
            description = "The page after this order, the last of the page before.")
    private @Nullable String after;

    @Option(
            names = "--external",
            description =
                    "Ask the broker instead for orders that work there and were sent elsewhere.")
    private boolean external;

    OrderListCommand(Lockstep root) {
        this.root = root;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (external) {
            return external().number();
        }
        OrderQuery query = query();
        try (Book book = new Opening(root.surroundings()).book(root.settings())) {
            List<Order> orders = book.repository().search(query);
            if (output.json()) {
                output.print(json(orders));
            } else {
                print(orders);
            }
            return ExitCode.OK.number();
        }
    }

    private ExitCode external() throws InterruptedException {
        if (!"all".equals(status) || symbol != null || after != null) {
            throw new InvalidValueException(
                    "external", "given", "without --status, --symbol and --after");
        }
        root.settings().folder().requireOurs();
        try (Desk desk = Desks.open(root)) {
            List<BrokerOrder> orders = BrokerFailures.answer(desk.floor().externalOrders().list());
            if (output.json()) {
                output.print(ExternalView.json(orders));
            } else if (orders.isEmpty()) {
                output.line("no orders from elsewhere");
            } else {
                output.print(ExternalView.table(orders));
            }
            return ExitCode.OK;
        }
    }

    private OrderQuery query() {
        OrderQuery query = OrderQuery.all().in(StatusWords.read(status)).newestFirst().limit(limit);
        if (symbol != null) {
            query = query.of(new Symbol(symbol.toUpperCase(Locale.ROOT)));
        }
        return after == null ? query : query.after(new OrderId(after));
    }

    private void print(List<Order> orders) {
        if (orders.isEmpty()) {
            output.line("no orders");
            return;
        }
        Table table = OrderView.table();
        orders.forEach(order -> OrderView.addRow(table, order));
        output.print(table);
        if (orders.size() == limit) {
            output.note("more may follow: --after " + orders.getLast().id());
        }
    }

    private ObjectNode json(List<Order> orders) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode array = node.putArray("orders");
        orders.forEach(order -> array.add(OrderView.json(order)));
        node.put("next", orders.size() == limit ? orders.getLast().id().value() : null);
        return node;
    }
}
