package dev.lockstep.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.OrderView;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.wiring.Desk;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.UpdateOutcome;
import dev.lockstep.domain.usecase.Resolution;
import dev.lockstep.domain.usecase.SyncResult;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Asks what became of unanswered orders, then brings the database in step with the broker. */
@Command(name = "sync", description = "Bring the database in step with the broker, once.")
final class SyncCommand implements Callable<Integer> {
    private final Lockstep root;

    @Mixin private Output output = new Output();

    SyncCommand(Lockstep root) {
        this.root = root;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Desk desk = Desks.open(root)) {
            Resolution resolution = desk.resolveUnknown().resolve();
            return switch (desk.syncOrders().sync()) {
                case SyncResult.Failed failed -> throw BrokerFailures.end(failed.fault());
                case SyncResult.Completed completed -> print(resolution, completed).number();
            };
        }
    }

    private ExitCode print(Resolution resolution, SyncResult.Completed completed) {
        if (output.json()) {
            output.print(json(resolution, completed));
        } else {
            output.print(
                    new Table("", "")
                            .row("as of", completed.at())
                            .row("changed", completed.changed().size())
                            .row("unchanged", completed.unchanged())
                            .row("settled", resolution.settled().size())
                            .row("still unanswered", resolution.unresolved().size())
                            .row("sent by others", completed.external().size())
                            .row("update refused", completed.notChanged().size())
                            .row("missing at broker", completed.missing().size()));
            resolution
                    .unresolved()
                    .forEach(left -> output.note(left.order().id() + ": " + left.text()));
            completed.notChanged().forEach(refused -> output.note(text(refused)));
            completed
                    .missing()
                    .forEach(order -> output.note(order.id() + ": the broker shows it no more"));
        }
        boolean clean = completed.notChanged().isEmpty() && completed.missing().isEmpty();
        return clean ? ExitCode.OK : ExitCode.NO;
    }

    private static ObjectNode json(Resolution resolution, SyncResult.Completed completed) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("at", completed.at().toString());
        orders(node.putArray("changed"), completed.changed());
        node.put("unchanged", completed.unchanged());
        orders(node.putArray("settled"), resolution.settled());
        orders(
                node.putArray("unresolved"),
                resolution.unresolved().stream().map(Resolution.Unresolved::order).toList());
        ArrayNode external = node.putArray("external");
        completed.external().forEach(order -> external.add(order.brokerOrderId().value()));
        ArrayNode refused = node.putArray("refused");
        completed.notChanged().forEach(outcome -> refused.add(text(outcome)));
        orders(node.putArray("missing"), completed.missing());
        return node;
    }

    private static void orders(ArrayNode array, List<Order> orders) {
        orders.forEach(order -> array.add(OrderView.json(order)));
    }

    private static String text(UpdateOutcome outcome) {
        return switch (outcome) {
            case UpdateOutcome.Refused refused -> refused.id() + ": " + refused.text();
            case UpdateOutcome.NotFound absent -> absent.id() + ": gone from the database";
            case UpdateOutcome.RolledBack back -> back.id() + ": rolled back";
            case UpdateOutcome.Updated updated -> updated.after().id() + ": changed";
            case UpdateOutcome.Unchanged same -> same.order().id() + ": unchanged";
        };
    }
}
