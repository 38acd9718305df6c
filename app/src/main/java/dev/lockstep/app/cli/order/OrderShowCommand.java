package dev.lockstep.app.cli.order;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.PointInTime;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.app.view.CellFormat;
import dev.lockstep.app.view.OrderName;
import dev.lockstep.app.view.OrderView;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.body.OrderBody;
import dev.lockstep.app.view.body.OrderEventBody;
import dev.lockstep.app.view.body.OrderHistoryBody;
import dev.lockstep.app.view.change.ReplaceChain;
import dev.lockstep.domain.audit.Replay;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.risk.denial.DenialText;
import dev.lockstep.domain.usecase.report.ReplayOrders;
import dev.lockstep.domain.value.ShownValue;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one order with its whole history and the evidence for each step, as of any time. */
@Command(name = "show", description = "Show one order and its events with their evidence.")
public final class OrderShowCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Parameters(paramLabel = "ORDER", description = "Order id, client order id or broker id.")
    private String id = "";

    @Option(
            names = "--history",
            description =
                    "Show each event in full, with the message of the broker as it was "
                            + "received.")
    private boolean history;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description =
                    "Show the order as it was known at this time, such as "
                            + "2026-01-05T14:30:00Z.")
    private @Nullable String asOf;

    public OrderShowCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Instant time = asOf == null ? Instant.MAX : PointInTime.parse("as-of", asOf);
        try (StoreUseCases book = OpenPlatform.store(context)) {
            Order stored = OrderName.required(book.repository(), id);
            List<Order> chain = new ReplaceChain(book.repository()).of(stored);
            Replay replay = new ReplayOrders(book.repository()).replay(stored);
            Replay known = replay.asOf(time);
            Order order = asOf == null ? replay.stored() : then(stored, known);
            if (output.json()) {
                output.print(
                        new OrderHistoryBody(
                                OrderBody.of(order),
                                known.events().stream().map(OrderEventBody::of).toList(),
                                chain.stream().map(each -> each.id().value()).toList()));
            } else {
                print(order, known.events());
                printChain(chain);
            }
            return ExitCode.OK.number();
        }
    }

    private Order then(Order stored, Replay known) {
        return known.order()
                .orElseThrow(() ->
                        new CommandEnd(
                                ExitCode.NO,
                                "order "
                                        + stored.id()
                                        + " did not exist yet; it was created at "
                                        + output.text(stored.createdAt())));
    }

    private void print(Order order, List<OrderEvent> events) {
        output.print(
                new Table("", "")
                        .row("order", order.id())
                        .row("terms", OrderView.described(order.terms()))
                        .row("status", order.status())
                        .row("why", DenialText.readable(order.state().text()))
                        .row(
                                "filled",
                                order.cumQty()
                                        + " of "
                                        + OrderView.described(order.terms().amount()))
                        .row("average price", OrderView.orBlank(order.avgPx()))
                        .row("broker's id", OrderView.orEmpty(order.brokerOrderId()))
                        .row("client order id", order.clientOrderId())
                        .row("key", order.idempotencyKey())
                        .row("purpose", order.purpose().kind())
                        .row("created", order.createdAt())
                        .row("last change", order.updatedAt()));
        output.line("");
        if (history) {
            events.forEach(this::printWhole);
        } else {
            print(events);
        }
    }

    private void print(List<OrderEvent> events) {
        Table table = new Table("version", "at", "status", "filled", "source", "evidence");
        for (OrderEvent event : events) {
            table.row(
                    event.version(),
                    new CellFormat.Exact(event.at()),
                    event.state().status(),
                    event.state().cumQty(),
                    ShownValue.of(event.evidence().source()),
                    DenialText.readable(event.evidence().summary()));
        }
        output.print(table);
    }

    private void printWhole(OrderEvent event) {
        output.line("version " + event.version());
        Table table =
                new Table("", "", "")
                        .row("", "at", new CellFormat.Exact(event.at()))
                        .row("", "status", event.state().status())
                        .row("", "filled", event.state().cumQty());
        addUnlessEmpty(
                table, "average price", output.text(OrderView.orBlank(event.state().avgPx())));
        addUnlessEmpty(table, "broker's status", event.state().brokerStatus());
        addUnlessEmpty(table, "why", DenialText.readable(event.state().text()));
        table.row("", "source", ShownValue.of(event.evidence().source()));
        addUnlessEmpty(table, "evidence", DenialText.readable(event.evidence().summary()));
        addUnlessEmpty(table, "request id", event.evidence().requestId());
        addUnlessEmpty(table, "payload", event.evidence().payload());
        output.print(table);
    }

    private static void addUnlessEmpty(Table table, String name, String value) {
        if (!value.isEmpty()) {
            table.row("", name, value);
        }
    }

    private void printChain(List<Order> chain) {
        if (chain.size() == 1) {
            return;
        }
        output.line("");
        Table places = new Table("chain", "terms", "status", "filled in all");
        chain.forEach(order ->
                places.row(
                        order.id(),
                        OrderView.described(order.terms()),
                        order.status(),
                        order.cumQty()));
        output.print(places);
    }
}
