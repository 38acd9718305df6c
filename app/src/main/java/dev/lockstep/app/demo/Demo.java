package dev.lockstep.app.demo;

import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.config.ProcessEnvironment;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.config.value.DeadlineSetting;
import dev.lockstep.app.platform.PlatformFactory;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.progress.Progress;
import dev.lockstep.app.simulator.OwnSimulator;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.maintenance.StoreMetrics;
import dev.lockstep.domain.port.maintenance.StoreStatus;
import dev.lockstep.domain.usecase.reconcile.PositionComparison;
import dev.lockstep.domain.usecase.reconcile.Reconciliation;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The main job for real: many callers submit orders at once while another process syncs and a third
 * reads, all on one file; then what rests is canceled, and the exchange's own ledger is compared
 * with the database.
 */
public final class Demo {
    /** The most orders of one run. */
    public static final int MAX_ORDERS = 1_000_000;

    /** The most callers of one run. */
    public static final int MAX_THREADS = 1_024;

    private static final Duration STEP_DEADLINE = Duration.ofMinutes(2);
    private static final Duration STEP_PAUSE = Duration.ofMillis(100);

    /** Enough for the largest demo. */
    private static final Money ENOUGH_CASH = Money.of("1000000000");

    private final ProcessEnvironment processEnvironment;
    private final PlatformFactory platforms;
    private final Settings settings;
    private final Progress progress;
    private final List<String> troubles = new ArrayList<>();

    /** A run in a fresh folder. */
    public Demo(
            ProcessEnvironment processEnvironment,
            PlatformFactory platforms,
            Settings settings,
            Progress progress) {
        this.processEnvironment = processEnvironment;
        this.platforms = platforms;
        this.settings = settings;
        this.progress = progress;
    }

    /** Returns the default number of orders. */
    public static int defaultOrders() {
        return DemoOrders.read().size();
    }

    /** Runs it. */
    public DemoReport run(int orders, int threads) throws InterruptedException {
        long began = processEnvironment.clock().nanoTime();
        AtomicLong commits = new AtomicLong();
        OwnSimulator simulator = platforms.simulator(settings).withCash(ENOUGH_CASH);
        progress.phase("starting the simulator");
        URI _ = simulator.address();
        try (TradingPlatform tradingPlatform = platforms.newPlatform(settings, counting(commits))) {
            CompanionProcess syncer = companion("syncer", "demo-syncer");
            CompanionProcess reader = companion("reader", "demo-reader");
            DemoCallers callers = new DemoCallers(tradingPlatform, progress, threads);
            Tally syncs;
            Tally reads;
            DemoCallers.Counts counts;
            Duration submitting;
            try {
                progress.phase("starting two more processes");
                syncer.awaitBegun(processEnvironment.clock(), processEnvironment.pause());
                reader.awaitBegun(processEnvironment.clock(), processEnvironment.pause());
                long submitted = processEnvironment.clock().nanoTime();
                counts = callers.submit(DemoOrders.read().take(orders));
                submitting = processEnvironment.clock().since(submitted);
                settleAndCancel(tradingPlatform, callers);
            } finally {
                syncs = tally(syncer);
                reads = tally(reader);
            }
            simulator.stop();
            return report(
                    tradingPlatform,
                    orders,
                    counts,
                    syncs,
                    reads,
                    commits.get(),
                    submitting,
                    began);
        }
    }

    private static StoreMetrics counting(AtomicLong commits) {
        return new StoreMetrics() {
            @Override
            public void committed(int writes, int orders, Duration took) {
                commits.incrementAndGet();
            }
        };
    }

    private CompanionProcess companion(String name, String command) {
        DataFolder folder = settings.folder();
        return CompanionProcess.start(
                processEnvironment.program(),
                name,
                List.of(command, "--data", folder.toString()),
                folder.path().resolve("demo-" + name + ".log").toFile());
    }

    private void settleAndCancel(TradingPlatform tradingPlatform, DemoCallers callers)
            throws InterruptedException {
        progress.phase("canceling what rests");
        tradingPlatform.recovery().settleAll(_ -> {});
        // What has traded by now is known before the rest is canceled.
        if (!callers.inStep()) {
            callers.cancelOpen();
        }
        progress.phase("waiting until both sides agree");
        awaitStep(callers);
        tradingPlatform.recovery().settleAll(_ -> {});
        readBooks(tradingPlatform);
    }

    /** As long as the number of open orders changes, it goes on. */
    private void awaitStep(DemoCallers callers) throws InterruptedException {
        int open = -1;
        DeadlineSetting deadline = DeadlineSetting.after(STEP_DEADLINE, processEnvironment.clock());
        while (!callers.inStep() && !deadline.passed()) {
            if (callers.open() != open) {
                open = callers.open();
                deadline = DeadlineSetting.after(STEP_DEADLINE, processEnvironment.clock());
            }
            processEnvironment.pause().of(STEP_PAUSE);
        }
    }

    /**
     * Fetches fees, which are booked separately from trades; without them a coin's position would
     * differ from the broker's.
     */
    private void readBooks(TradingPlatform tradingPlatform) {
        if (tradingPlatform.brokerUseCases().fetchFills().fetch()
                instanceof FetchResult.Failed<?> failed) {
            troubles.add("executions are not known: " + failed.fault().text());
        }
        if (tradingPlatform.brokerUseCases().fetchAdjustments().fetch()
                instanceof FetchResult.Failed<?> failed) {
            troubles.add("adjustments are not known: " + failed.fault().text());
        }
        switch (tradingPlatform.comparePositions().compare()) {
            case FetchResult.Failed<FetchedList<PositionComparison>>(BrokerFault fault) ->
                    troubles.add("positions are not known: " + fault.text());
            case FetchResult.Complete<FetchedList<PositionComparison>> complete ->
                    complete.value().items().stream()
                            .filter(line -> !line.inStep())
                            .forEach(line ->
                                    troubles.add(
                                            line.symbol()
                                                    + ": "
                                                    + line.ours()
                                                    + " held locally, "
                                                    + line.brokers()
                                                    + " at the broker"));
        }
    }

    private Tally tally(CompanionProcess companion) throws InterruptedException {
        Optional<Tally> counted =
                companion.stop(processEnvironment.clock(), processEnvironment.pause());
        if (counted.isEmpty()) {
            troubles.add("the " + companion.name() + " ended without telling what it counted");
        }
        return counted.orElse(new Tally(0, 0, 0));
    }

    private DemoReport report(
            TradingPlatform tradingPlatform,
            int requested,
            DemoCallers.Counts counts,
            Tally syncs,
            Tally reads,
            long commits,
            Duration submitting,
            long began) {
        progress.phase("comparing the exchange's ledger with the database");
        List<BrokerOrder> ledger = LedgerBook.read(settings.folder().exchange());
        Reconciliation books = tradingPlatform.reconcile().compare(ledger);
        Map<OrderStatus, Long> statuses = DemoCallers.statuses(tradingPlatform.repository());
        StoreStatus store = tradingPlatform.inspection().inspect();
        troubles.addAll(counts.failures());
        return new DemoReport(
                requested,
                counts.sent(),
                statuses.getOrDefault(OrderStatus.FILLED, 0L),
                statuses.getOrDefault(OrderStatus.CANCELED, 0L),
                statuses.getOrDefault(OrderStatus.REJECTED, 0L),
                books.ordersAtBroker(),
                books.ordersHere(),
                books.lost(),
                books.duplicated(),
                books.differences(),
                store.lockErrors() + syncs.lockErrors() + reads.lockErrors(),
                store.retries() + syncs.retries() + reads.retries(),
                syncs.rounds(),
                reads.rounds(),
                store.settings().getOrDefault("journal_mode", "unknown"),
                commits,
                submitting,
                processEnvironment.clock().since(began),
                troubles);
    }
}
