package dev.lockstep.app.demo;

import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.config.ProcessEnvironment;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.PlatformFactory;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.progress.Progress;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.maintenance.StoreMetrics;
import dev.lockstep.domain.usecase.reconcile.Reconciliation;
import dev.lockstep.domain.usecase.sync.SyncResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Kills every process of a demo at a random moment, and asks afterwards what is left. */
public final class KilledDemo {
    private static final Duration POLL_PAUSE = Duration.ofMillis(20);

    private final ProcessEnvironment processEnvironment;
    private final PlatformFactory platforms;
    private final Progress progress;

    /** Kills in these processEnvironment. */
    public KilledDemo(
            ProcessEnvironment processEnvironment, PlatformFactory platforms, Progress progress) {
        this.processEnvironment = processEnvironment;
        this.platforms = platforms;
        this.progress = progress;
    }

    /**
     * Runs one demo, kills it, and compares both sides.
     *
     * @param folder a new folder
     * @param orders the number of orders that it would submit
     */
    public Round round(DataFolder folder, int orders) throws InterruptedException {
        int moment = processEnvironment.random().nextInt(orders);
        progress.phase("demo in " + folder + ", to be killed after " + moment + " of " + orders);
        Process demo = started(folder, orders);
        while (demo.isAlive() && entries(folder) <= moment) {
            processEnvironment.pause().of(POLL_PAUSE);
        }
        int killed = killed(demo);
        progress.phase(killed + " processes killed; finding out what became of each order");
        return new Round(killed, compared(Settings.ofOwnSimulator(folder)));
    }

    private Process started(DataFolder folder, int orders) {
        try {
            return processEnvironment
                    .program()
                    .process(
                            List.of(
                                    "demo",
                                    "--orders",
                                    String.valueOf(orders),
                                    "--data",
                                    folder.toString()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException refused) {
            throw new CommandEnd(
                    ExitCode.NO, "no demo could be started: " + refused.getMessage(), refused);
        }
    }

    /** Returns the number of entries in the exchange's ledger; each order makes at least one. */
    private static long entries(DataFolder folder) {
        Path ledger = folder.exchange().resolve("ledger.jsonl");
        if (!Files.exists(ledger)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(ledger)) {
            return lines.count();
        } catch (IOException unreadable) {
            throw new CommandEnd(
                    ExitCode.NO,
                    ledger + " cannot be read: " + unreadable.getMessage(),
                    unreadable);
        }
    }

    private int killed(Process demo) throws InterruptedException {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(demo.toHandle()), demo.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        while (all.stream().anyMatch(ProcessHandle::isAlive)) {
            processEnvironment.pause().of(POLL_PAUSE);
        }
        return all.size();
    }

    private Reconciliation compared(Settings settings) throws InterruptedException {
        try (TradingPlatform tradingPlatform = platforms.newPlatform(settings, StoreMetrics.NONE)) {
            tradingPlatform.recovery().settleAll(_ -> {});
            if (tradingPlatform.syncOrders().sync() instanceof SyncResult.Failed failed) {
                throw new CommandEnd(ExitCode.BROKER, failed.fault().text());
            }
            return switch (tradingPlatform.reconcile().reconcile()) {
                case FetchResult.Complete<Reconciliation> complete -> complete.value();
                case FetchResult.Failed<Reconciliation> failed ->
                        throw new CommandEnd(ExitCode.BROKER, failed.fault().text());
            };
        } finally {
            platforms.simulator(settings).stop();
        }
    }

    /**
     * The result of one kill.
     *
     * @param killed the number of killed processes
     * @param found the comparison of the database with the exchange
     */
    public record Round(int killed, Reconciliation found) {
        /** Returns whether the promise held. */
        public boolean kept() {
            return found.lost() == 0
                    && found.duplicated() == 0
                    && found.unknown() == 0
                    && found.differences().isEmpty();
        }
    }
}
