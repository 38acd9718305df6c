package dev.lockstep.app.cli.health;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.cli.shell.BrokerFailures;
import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.view.FaultText;
import dev.lockstep.app.view.SyncView;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.UnreadableView;
import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.usecase.adjust.FetchedAdjustments;
import dev.lockstep.domain.usecase.executions.FetchFills;
import dev.lockstep.domain.usecase.recover.Resolution;
import dev.lockstep.domain.usecase.sync.SyncResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Resolves unanswered orders, syncs, sends due exits and closes, and repeats unconfirmed cancels.
 */
@Command(
        name = "sync",
        description =
                "Reconcile the stored orders with the broker once, and send the "
                        + "exits and closing orders that are due.")
public final class SyncCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    public SyncCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (TradingPlatform tradingPlatform = OpenPlatform.open(context)) {
            Resolution resolution = tradingPlatform.resolveUnknown().resolve();
            return switch (tradingPlatform.syncOrders().sync()) {
                case SyncResult.Failed failed -> throw BrokerFailures.end(failed.fault());
                case SyncResult.Completed completed ->
                        print(
                                        resolution,
                                        completed,
                                        released(tradingPlatform),
                                        tradingPlatform.brokerUseCases().fetchFills().fetch(),
                                        tradingPlatform.brokerUseCases().fetchAdjustments().fetch())
                                .number();
            };
        }
    }

    private static List<Order> released(TradingPlatform tradingPlatform) {
        List<Order> released = new ArrayList<>();
        tradingPlatform.brokerUseCases().settleChanges().sendAgain();
        released.addAll(tradingPlatform.brokerUseCases().releaseWaiting().release());
        released.addAll(tradingPlatform.closePosition().resume());
        return released;
    }

    private ExitCode print(
            Resolution resolution,
            SyncResult.Completed completed,
            List<Order> released,
            FetchResult<FetchFills.Executions> executions,
            FetchResult<FetchedAdjustments> adjustments) {
        if (output.json()) {
            ObjectNode answer = SyncView.json(resolution, completed, executions, adjustments);
            answer.set("released", BodyTree.of(released));
            output.print(answer);
        } else {
            output.print(
                    new Table("", "")
                            .row("as of", completed.at())
                            .row("changed", completed.changed().size())
                            .row("unchanged", completed.unchanged())
                            .row("resolved", resolution.settled().size())
                            .row("still unanswered", resolution.unresolved().size())
                            .row("exits and closes sent", released.size())
                            .row("external", completed.external().size())
                            .row("update refused", completed.notChanged().size())
                            .row("missing at broker", completed.missing().size())
                            .row("unreadable at broker", completed.unreadable().size())
                            .row("new executions", fresh(executions))
                            .row("new adjustments", count(adjustments)));
            resolution
                    .unresolved()
                    .forEach(left -> output.note(left.order().id() + ": " + left.text()));
            completed.notChanged().forEach(refused -> output.note(SyncView.text(refused)));
            completed
                    .missing()
                    .forEach(order -> output.note(order.id() + ": no longer at the broker"));
            UnreadableView.lines(completed.unreadable()).forEach(output::note);
            if (executions
                    instanceof FetchResult.Failed<FetchFills.Executions>(BrokerFault fault)) {
                output.note("Executions could not be fetched: " + FaultText.of(fault));
            }
            switch (adjustments) {
                case FetchResult.Complete<FetchedAdjustments>(FetchedAdjustments found) ->
                        UnreadableView.lines(found.unreadable()).forEach(output::note);
                case FetchResult.Failed<FetchedAdjustments>(BrokerFault fault) ->
                        output.note("Adjustments could not be fetched: " + FaultText.of(fault));
            }
        }
        boolean clean =
                completed.notChanged().isEmpty()
                        && completed.missing().isEmpty()
                        && completed.unreadable().isEmpty()
                        && executions instanceof FetchResult.Complete<FetchFills.Executions>
                        && adjustments instanceof FetchResult.Complete<FetchedAdjustments>;
        return clean ? ExitCode.OK : ExitCode.NO;
    }

    private static String count(FetchResult<FetchedAdjustments> adjustments) {
        return switch (adjustments) {
            case FetchResult.Complete<FetchedAdjustments>(FetchedAdjustments found) ->
                    String.valueOf(found.fresh());
            case FetchResult.Failed<FetchedAdjustments> _ -> "not known";
        };
    }

    private static String fresh(FetchResult<FetchFills.Executions> executions) {
        return switch (executions) {
            case FetchResult.Complete<FetchFills.Executions>(FetchFills.Executions known) ->
                    String.valueOf(known.fresh());
            case FetchResult.Failed<FetchFills.Executions> _ -> "not known";
        };
    }
}
