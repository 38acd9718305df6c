package dev.lockstep.app.cli.order;

import dev.lockstep.app.cli.shell.BrokerFailures;
import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.view.ExternalView;
import dev.lockstep.app.view.OrderView;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.body.ExternalOrdersBody;
import dev.lockstep.app.view.body.OrderPageBody;
import dev.lockstep.app.view.body.UnreadableBody;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.TimeSpan;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists orders from the database, or goes on showing them; the broker is not asked. */
@Command(
        name = "list",
        description =
                "List stored orders, newest first. With --watch, keep running and "
                        + "show each change.")
public final class OrderListCommand implements Callable<Integer> {
    private static final String DEFAULT_LIMIT = "50";
    private static final Duration MIN_WATCH = Duration.ofSeconds(1);
    private static final Duration MAX_WATCH = Duration.ofHours(24);

    private final CommandContext context;

    @Mixin private Output output = new Output();
    @Mixin private OrderFilter filter = new OrderFilter();

    @Option(names = "--oldest-first", description = "List the oldest order first.")
    private boolean oldestFirst;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = DEFAULT_LIMIT,
            description = "Maximum number of orders, 1 to 1000 (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--after",
            paramLabel = "ORDER",
            description =
                    "Show the page that follows this order, the last one of the "
                            + "previous page.")
    private @Nullable String after;

    @Option(
            names = "--watch",
            description =
                    "Keep running until Ctrl-C: a terminal redraws the list, a pipe "
                            + "gets one line for each change.")
    private boolean watch;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "With --watch: stop after TIME, such as 30s; 1s to 24h.")
    private @Nullable String length;

    @Option(
            names = "--external",
            description = "List the open external orders, as the broker reports them.")
    private boolean external;

    public OrderListCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        OrderQuery query = query();
        requireSense();
        if (external) {
            return external().number();
        }
        try (StoreUseCases book = OpenPlatform.store(context)) {
            if (watch) {
                OrderWatch.of(context, output, book, query, length()).run();
            } else {
                print(book.repository().search(query));
            }
            return ExitCode.OK.number();
        }
    }

    private void requireSense() {
        if (external && (filter.given() || after != null || watch || oldestFirst)) {
            throw new InvalidValueException(
                    "external", "given", "without filters, --after, --oldest-first and --watch");
        }
        if (watch && after != null) {
            throw new InvalidValueException("after", after, "not together with --watch");
        }
        if (length != null && !watch) {
            throw new InvalidValueException("for", length, "only with --watch");
        }
        var _ = length();
    }

    private Duration length() {
        return length == null
                ? ChronoUnit.FOREVER.getDuration()
                : TimeSpan.parse("for", length, MIN_WATCH, MAX_WATCH);
    }

    private ExitCode external() throws InterruptedException {
        try (TradingPlatform tradingPlatform = OpenPlatform.open(context)) {
            FetchedList<BrokerOrder> orders =
                    BrokerFailures.answer(tradingPlatform.brokerUseCases().externalOrders().list());
            if (output.json()) {
                output.print(ExternalOrdersBody.of(orders));
            } else if (orders.items().isEmpty()) {
                output.line("no external orders");
            } else {
                output.print(ExternalView.table(orders.items()));
            }
            UnreadableBody.of(orders.unreadable()).forEach(item -> output.note(item.line()));
            return ExitCode.OK;
        }
    }

    private OrderQuery query() {
        OrderQuery query = filter.query().limit(limit);
        OrderQuery directed = oldestFirst ? query : query.newestFirst();
        return after == null ? directed : directed.after(new OrderId(after));
    }

    private void print(List<Order> orders) {
        if (output.json()) {
            output.print(OrderPageBody.of(orders, limit));
            return;
        }
        if (orders.isEmpty()) {
            output.line("no orders");
            return;
        }
        Table table = OrderView.table();
        orders.forEach(order -> OrderView.addRow(table, order));
        output.print(table);
        if (orders.size() == limit) {
            output.note("Next page: --after " + orders.getLast().id());
        }
    }
}
