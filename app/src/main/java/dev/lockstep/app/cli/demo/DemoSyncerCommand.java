package dev.lockstep.app.cli.demo;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.demo.CompanionLoop;
import dev.lockstep.app.demo.Tally;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.domain.port.maintenance.StoreStatus;
import dev.lockstep.domain.usecase.sync.SyncResult;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The demo's second process: syncs until its input ends. */
@Command(name = "demo-syncer", hidden = true, description = "A part of 'lockstep demo'.")
public final class DemoSyncerCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    public DemoSyncerCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (TradingPlatform tradingPlatform = OpenPlatform.openNew(context)) {
            CompanionLoop loop =
                    new CompanionLoop(
                            context.processEnvironment().in(),
                            context.processEnvironment().pause());
            AtomicLong syncs = new AtomicLong();
            output.line(CompanionLoop.READY);
            loop.run(() -> {
                if (tradingPlatform.syncOrders().sync() instanceof SyncResult.Completed) {
                    syncs.incrementAndGet();
                }
            });
            StoreStatus status = tradingPlatform.inspection().inspect();
            output.print(new Tally(syncs.get(), status.retries(), status.lockErrors()).json());
            return ExitCode.OK.number();
        }
    }
}
