package dev.lockstep.app.stress;

import dev.lockstep.app.config.ProcessEnvironment;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.PlatformFactory;
import dev.lockstep.app.platform.StressBook;
import dev.lockstep.app.progress.Progress;
import dev.lockstep.app.runtime.Threads;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.maintenance.Finding;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A stress test: several processes write to one file as fast as possible and record their receipts;
 * then the file is compared with them.
 */
public final class Stress {
    private static final int SHARED_ORDERS = 8;
    private static final Duration START_DEADLINE = Duration.ofMinutes(2);
    private static final Duration END_DEADLINE = Duration.ofMinutes(2);
    private static final Duration CHECK_DEADLINE = Duration.ofMinutes(10);
    private static final Duration POLL_PAUSE = Duration.ofMillis(20);

    private final ProcessEnvironment processEnvironment;
    private final PlatformFactory platforms;
    private final StressFolder folder;
    private final StressPlan plan;
    private final Progress progress;
    private final Settings settings;
    private final List<StressProcess> processes = new CopyOnWriteArrayList<>();
    private final AtomicBoolean interrupted = new AtomicBoolean();

    /** A run in a folder of its own. */
    public Stress(
            ProcessEnvironment processEnvironment,
            PlatformFactory platforms,
            StressFolder folder,
            StressPlan plan,
            Progress progress) {
        this.processEnvironment = processEnvironment;
        this.platforms = platforms;
        this.folder = folder;
        this.plan = plan;
        this.progress = progress;
        this.settings = Settings.ofOwnSimulator(folder.folder());
    }

    /** Runs it, and compares. */
    public StressReport run() throws InterruptedException {
        Threads.atExit(this::endEarly);
        ReceiptBook book = new ReceiptBook();
        List<OrderId> shared = sharedOrders(book);
        try {
            progress.phase("starting " + plan.processes() + " processes");
            IntStream.rangeClosed(1, plan.processes())
                    .forEach(number -> processes.add(started(number, shared)));
            awaitAll(process -> process.ready() || process.over(), START_DEADLINE, false);
            requireReady();
            progress.phase("writing from " + plan.threads() + " callers in each");
            processes.forEach(StressProcess::begin);
            Duration time = Duration.ofSeconds(plan.seconds());
            awaitAll(StressProcess::over, time.plus(END_DEADLINE), true);
        } finally {
            for (StressProcess process : processes) {
                process.stop();
            }
        }
        return compared(book);
    }

    /** Cleans up after Ctrl-C, without further output. */
    private void endEarly() {
        interrupted.set(true);
        try {
            processes.forEach(StressProcess::kill);
            for (StressProcess process : processes) {
                process.stop();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        folder.close();
    }

    private List<OrderId> sharedOrders(ReceiptBook book) {
        try (StressBook stored = platforms.stressBook(settings, CHECK_DEADLINE)) {
            OrderRepository repository = stored.repository();
            everyPage(repository, book::earlier);
            Instant at = processEnvironment.clock().instant();
            Evidence evidence = Evidence.local("stress");
            List<OrderId> shared = new ArrayList<>();
            for (int i = 0; i < SHARED_ORDERS; i++) {
                Order order = StressOrders.intent(stored.ids(), StressOrders.SHARED_QTY, at);
                repository.add(order, evidence);
                repository.update(
                        new OrderUpdate(
                                order.id(), known -> StressOrders.next(known, at), evidence));
                book.add(order.id(), 1);
                book.add(order.id(), 2);
                shared.add(order.id());
            }
            return shared;
        }
    }

    private StressProcess started(int number, List<OrderId> shared) {
        List<String> arguments = new ArrayList<>(List.of("stress-worker"));
        arguments.addAll(List.of("--data", folder.folder().toString()));
        arguments.addAll(List.of("--threads", String.valueOf(plan.threads())));
        arguments.addAll(List.of("--seconds", String.valueOf(plan.seconds())));
        arguments.addAll(List.of("--receipts", folder.receipts(number).toString()));
        arguments.addAll(
                List.of(
                        "--shared",
                        shared.stream().map(OrderId::value).collect(Collectors.joining(","))));
        return StressProcess.start(
                processEnvironment.program(), number, arguments, folder.log(number));
    }

    private void awaitAll(Predicate<StressProcess> condition, Duration longest, boolean telling)
            throws InterruptedException {
        long began = processEnvironment.clock().nanoTime();
        Duration passed = Duration.ZERO;
        while (!processes.stream().allMatch(condition) && passed.compareTo(longest) < 0) {
            processEnvironment.pause().of(POLL_PAUSE);
            passed = processEnvironment.clock().since(began);
            if (telling) {
                progress.at(Math.min(passed.toSeconds(), plan.seconds()), plan.seconds());
            }
        }
        if (interrupted.get()) {
            throw new InterruptedException("ended early");
        }
    }

    private void requireReady() {
        processes.stream()
                .filter(process -> !process.ready())
                .findFirst()
                .ifPresent(process -> {
                    throw new CommandEnd(ExitCode.NO, process.end());
                });
    }

    private StressReport compared(ReceiptBook book) {
        progress.phase("comparing the file with the receipts");
        List<Long> writes = processes.stream().map(process -> reported(book, process)).toList();
        try (StressBook stored = platforms.stressBook(settings, CHECK_DEADLINE)) {
            everyPage(stored.repository(), book::compare);
            Finding whole = stored.inspection().integrity();
            return report(book, writes, whole);
        }
    }

    private static void everyPage(OrderRepository repository, Consumer<List<Order>> each) {
        OrderQuery query = OrderQuery.all();
        for (List<Order> page = repository.search(query);
                !page.isEmpty();
                page = repository.search(query.after(page.getLast().id()))) {
            each.accept(page);
        }
    }

    private long reported(ReceiptBook book, StressProcess process) {
        Path receipts = folder.receipts(process.number());
        return Files.exists(receipts) ? book.addAll(receipts) : 0;
    }

    private StressReport report(ReceiptBook book, List<Long> writes, Finding whole) {
        List<StressTally> tallies =
                processes.stream().flatMap(process -> process.tally().stream()).toList();
        Latencies latencies = new Latencies();
        tallies.forEach(tally -> latencies.addAll(tally.latencies()));
        boolean sound = whole.severity() == Finding.Severity.OK;
        return new StressReport(
                writes,
                tallies.stream()
                        .map(StressTally::elapsed)
                        .max(Duration::compareTo)
                        .orElse(Duration.ofSeconds(plan.seconds())),
                latencies.percentileMicros(50),
                latencies.percentileMicros(99),
                tallies.stream().mapToLong(StressTally::lockErrors).sum(),
                tallies.stream().mapToLong(StressTally::retries).sum(),
                book.lost(),
                sound,
                troubles(book, tallies, whole));
    }

    /** Returns a process that died may have stored what it could not write down any more. */
    private List<String> troubles(ReceiptBook book, List<StressTally> tallies, Finding whole) {
        List<String> troubles = new ArrayList<>();
        if (whole.severity() != Finding.Severity.OK) {
            troubles.add(whole.text());
        }
        processes.stream()
                .filter(process -> process.tally().isEmpty())
                .map(StressProcess::end)
                .forEach(troubles::add);
        if (troubles.isEmpty() && book.unclaimed() > 0) {
            troubles.add(book.unclaimed() + " stored writes have no receipt");
        }
        tallies.stream()
                .flatMap(tally -> tally.failures().stream())
                .distinct()
                .forEach(troubles::add);
        return troubles;
    }
}
