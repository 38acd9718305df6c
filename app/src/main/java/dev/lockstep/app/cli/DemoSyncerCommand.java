package dev.lockstep.app.cli;

import dev.lockstep.app.demo.CompanionLoop;
import dev.lockstep.app.demo.Tally;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.wiring.Desk;
import dev.lockstep.domain.port.StoreStatus;
import dev.lockstep.domain.usecase.SyncResult;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The demo's second process: syncs until its input ends. */
@Command(name = "demo-syncer", hidden = true, description = "A part of 'lockstep demo'.")
final class DemoSyncerCommand implements Callable<Integer> {
    private final Lockstep root;

    @Mixin private Output output = new Output();

    DemoSyncerCommand(Lockstep root) {
        this.root = root;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Desk desk = Desks.open(root)) {
            CompanionLoop loop =
                    new CompanionLoop(root.surroundings().in(), root.surroundings().pause());
            AtomicLong syncs = new AtomicLong();
            output.line(CompanionLoop.READY);
            loop.run(() -> {
                if (desk.syncOrders().sync() instanceof SyncResult.Completed) {
                    syncs.incrementAndGet();
                }
            });
            StoreStatus status = desk.inspection().inspect();
            output.print(new Tally(syncs.get(), status.retries(), status.lockErrors()).json());
            return ExitCode.OK.number();
        }
    }
}
