package dev.lockstep.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.OrderView;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.wiring.Desk;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.IdempotencyKey;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.risk.Denial;
import dev.lockstep.domain.usecase.ReplaceResult;
import dev.lockstep.domain.usecase.ReplaceWish;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks for another order in the place of one. */
@Command(
        name = "replace",
        description = "Put an order with other terms in the place of one that still works.")
final class OrderReplaceCommand implements Callable<Integer> {
    private final Lockstep root;

    @Mixin private Output output = new Output();

    @Parameters(
            paramLabel = "ORDER",
            description = "Its id, its client order id or the broker's id of it.")
    private String name = "";

    @Option(
            names = "--qty",
            paramLabel = "QTY",
            description = "How much in all, what has traded already included.")
    private @Nullable String qty;

    @Option(names = "--limit", paramLabel = "PRICE", description = "The worst price accepted.")
    private @Nullable String limit;

    @Option(names = "--stop", paramLabel = "PRICE", description = "The price that triggers it.")
    private @Nullable String stop;

    @Option(
            names = "--trail",
            paramLabel = "PRICE",
            description = "How many dollars a trailing stop follows behind.")
    private @Nullable String trail;

    @Option(names = "--tif", paramLabel = "TIF", description = "day, gtc, opg, cls, ioc or fok.")
    private @Nullable TimeInForce timeInForce;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "Your name for this wish: however often it comes, it is one replacement.")
    private @Nullable String key;

    @Option(names = "--dry-run", description = "Say whether it would be sent, and send nothing.")
    private boolean dryRun;

    OrderReplaceCommand(Lockstep root) {
        this.root = root;
    }

    @Override
    public Integer call() throws InterruptedException {
        ReplaceWish wish = wish();
        root.settings().folder().requireDatabase();
        try (Desk desk = Desks.open(root)) {
            Order order =
                    OrderName.find(desk.repository(), name)
                            .orElseThrow(() -> new CommandEnd(ExitCode.NO, "no order " + name));
            return (dryRun ? checked(desk, order, wish) : replaced(desk, order, wish)).number();
        }
    }

    private ReplaceWish wish() {
        if (qty == null && limit == null && stop == null && trail == null && timeInForce == null) {
            throw new InvalidValueException(
                    "change", "none", "--qty, --limit, --stop, --trail or --tif");
        }
        return new ReplaceWish(
                qty == null ? null : Quantity.of(qty),
                limit == null ? null : Price.of(limit),
                stop == null ? null : Price.of(stop),
                trail == null ? null : new OrderType.Trail.ByPrice(Price.of(trail)),
                timeInForce);
    }

    private ExitCode checked(Desk desk, Order order, ReplaceWish wish) {
        List<Denial> denials = desk.replaceOrder().check(order, wish);
        return denials.isEmpty()
                ? print("dry_run", ExitCode.OK, "would be sent", null, order)
                : print("denied", ExitCode.NO, "not sent: " + Denial.text(denials), null, order);
    }

    private ExitCode replaced(Desk desk, Order order, ReplaceWish wish)
            throws InterruptedException {
        StartGate.pass(desk.recovery(), output);
        ReplaceResult result =
                key == null
                        ? desk.replaceOrder().replace(order.id(), wish)
                        : desk.replaceOrder().replace(order.id(), wish, new IdempotencyKey(key));
        return switch (result) {
            case ReplaceResult.NoSuchOrder none ->
                    throw new CommandEnd(ExitCode.NO, "no order " + none.id());
            case ReplaceResult.Sent(Order made, Order old) -> sent("sent", made, old);
            case ReplaceResult.AlreadySent(Order made) -> sent("already_sent", made, order);
            case ReplaceResult.KeyReused(Order other) ->
                    print(
                            "key_reused",
                            ExitCode.NO,
                            "not sent: the key belongs to order " + other.id(),
                            other,
                            order);
            case ReplaceResult.Denied(Order made, List<Denial> denials) ->
                    print("denied", ExitCode.NO, "not sent: " + Denial.text(denials), made, order);
            case ReplaceResult.Unrecorded(Order made, String text) ->
                    print(
                            "unrecorded",
                            ExitCode.STORE,
                            "sent, and the answer could not be stored; 'lockstep sync' finds out ("
                                    + text
                                    + ")",
                            made,
                            order);
        };
    }

    private ExitCode sent(String result, Order made, Order old) {
        String said = made.state().text();
        if (made.status().unresolved()) {
            return print(
                    result,
                    ExitCode.BROKER,
                    "sent, and the answer is missing; 'lockstep sync' finds out (" + said + ")",
                    made,
                    old);
        }
        boolean refused =
                made.status() == OrderStatus.REJECTED
                        || made.status() == OrderStatus.DENIED
                        || made.status() == OrderStatus.NEVER_ACCEPTED;
        return print(
                result,
                refused ? ExitCode.NO : ExitCode.OK,
                refused ? "not replaced: " + said : said,
                made,
                old);
    }

    private ExitCode print(
            String result, ExitCode code, String text, @Nullable Order made, Order old) {
        if (output.json()) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("result", result);
            node.put("text", text);
            node.set("order", made == null ? null : OrderView.json(made));
            node.set("replaced", OrderView.json(old));
            output.print(node);
            return code;
        }
        Table table = new Table("", "order", "terms", "status");
        table.row("old", old.id(), OrderView.described(old.terms()), old.status());
        if (made != null) {
            table.row("new", made.id(), OrderView.described(made.terms()), made.status());
        }
        output.print(table);
        if (!text.isEmpty()) {
            output.line(text);
        }
        return code;
    }
}
