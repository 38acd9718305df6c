package dev.lockstep.app.cli.health;

import dev.lockstep.app.cli.shell.BrokerFailures;
import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.body.OrderBody;
import dev.lockstep.app.view.change.SyncBody;
import dev.lockstep.app.view.change.SyncReportBody;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.usecase.adjust.FetchedAdjustments;
import dev.lockstep.domain.usecase.executions.FetchFills;
import dev.lockstep.domain.usecase.recover.Resolution;
import dev.lockstep.domain.usecase.sync.SyncResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
        try (TradingPlatform tradingPlatform = OpenPlatform.openNew(context)) {
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
        released.addAll(tradingPlatform.reversePosition().resume());
        return released;
    }

    private ExitCode print(
            Resolution resolution,
            SyncResult.Completed completed,
            List<Order> released,
            FetchResult<FetchFills.Executions> executions,
            FetchResult<FetchedAdjustments> adjustments) {
        SyncBody sync = SyncBody.of(resolution, completed, executions, adjustments);
        if (output.json()) {
            output.print(new SyncReportBody(sync, OrderBody.of(released)));
        } else {
            output.print(table(completed.at(), sync, released.size()));
            resolution
                    .unresolved()
                    .forEach(left -> output.note(left.order().id() + ": " + left.text()));
            notes(sync).forEach(output::note);
        }
        boolean clean =
                sync.refused().isEmpty()
                        && sync.missing().isEmpty()
                        && sync.unreadable().isEmpty()
                        && sync.executions().executionsFault() == null
                        && sync.adjustments().adjustmentsFault() == null;
        return clean ? ExitCode.OK : ExitCode.NO;
    }

    private static Table table(Instant at, SyncBody sync, int released) {
        return new Table("", "")
                .row("as of", at)
                .row("changed", sync.changed().size())
                .row("unchanged", sync.unchanged())
                .row("resolved", sync.settled().size())
                .row("still unanswered", sync.unresolved().size())
                .row("exits and closes sent", released)
                .row("external", sync.external().size())
                .row("update refused", sync.refused().size())
                .row("missing at broker", sync.missing().size())
                .row("unreadable at broker", sync.unreadable().size())
                .row("new executions", count(sync.executions().newExecutions()))
                .row("new adjustments", count(sync.adjustments().newAdjustments()));
    }

    private static List<String> notes(SyncBody sync) {
        List<String> notes = new ArrayList<>(sync.refused());
        sync.missing().forEach(order -> notes.add(order.id() + ": no longer at the broker"));
        sync.unreadable().forEach(item -> notes.add(item.line()));
        String noExecutions = sync.executions().executionsFault();
        if (noExecutions != null) {
            notes.add("Executions could not be fetched: " + noExecutions);
        }
        sync.adjustments().unreadableAdjustments().forEach(item -> notes.add(item.line()));
        String noAdjustments = sync.adjustments().adjustmentsFault();
        if (noAdjustments != null) {
            notes.add("Adjustments could not be fetched: " + noAdjustments);
        }
        return notes;
    }

    private static String count(@Nullable Integer fresh) {
        return fresh == null ? "not known" : fresh.toString();
    }
}
