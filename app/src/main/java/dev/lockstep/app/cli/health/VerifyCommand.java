package dev.lockstep.app.cli.health;

import dev.lockstep.app.cli.shell.BrokerFailures;
import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.view.Table;
import dev.lockstep.domain.usecase.reconcile.Reconciliation;
import dev.lockstep.domain.usecase.sync.SyncResult;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Resolves unanswered orders, syncs, and lists the remaining differences. */
@Command(
        name = "verify",
        description =
                "Query the broker for unanswered orders, sync, and compare the database with the"
                        + " broker. Sends queries only: no order, cancel or replacement.")
public final class VerifyCommand implements Callable<Integer> {
    private static final int MAX_DIFFERENCES_SHOWN = 100;

    private final CommandContext context;

    @Mixin private Output output = new Output();

    public VerifyCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (TradingPlatform tradingPlatform = OpenPlatform.open(context)) {
            SyncResult synced =
                    tradingPlatform
                            .brokerUseCases()
                            .verification()
                            .sync(waiting ->
                                    output.note("resolving " + waiting + " unanswered orders ..."));
            if (synced instanceof SyncResult.Failed failed) {
                throw BrokerFailures.end(failed.fault());
            }
            Reconciliation found = BrokerFailures.answer(tradingPlatform.reconcile().reconcile());
            print(found);
            return (found.differences().isEmpty() ? ExitCode.OK : ExitCode.NO).number();
        }
    }

    private void print(Reconciliation found) {
        if (output.json()) {
            output.print(VerifyBody.of(found));
            return;
        }
        output.print(
                new Table("", "")
                        .row("in the database", found.ordersHere())
                        .row("at the broker", found.ordersAtBroker())
                        .row("external", found.external())
                        .row("unreadable", found.unreadable())
                        .row("lost", found.lost())
                        .row("duplicated", found.duplicated())
                        .row("unknown", found.unknown())
                        .row("differences", found.differences().size()));
        found.differences().stream()
                .limit(MAX_DIFFERENCES_SHOWN)
                .forEach(difference -> output.line(difference.text()));
        boolean inStep = found.differences().isEmpty();
        output.line(output.verdict(inStep, inStep ? "orders reconciled" : "orders not reconciled"));
        output.line(
                "To compare the positions: " + context.continued("positions", context.folder()));
    }
}
