package dev.lockstep.app.demo;

import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.progress.Progress;
import dev.lockstep.app.runtime.Threads;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.risk.denial.DenialText;
import dev.lockstep.domain.usecase.submit.SubmitResult;
import dev.lockstep.domain.usecase.sync.SyncResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Many callers who submit and cancel at the same time. */
final class DemoCallers {
    private static final int MAX_FAILURES_KEPT = 10;
    private static final Set<OrderStatus> OPEN =
            Arrays.stream(OrderStatus.values())
                    .filter(OrderStatus::mayBeAtBroker)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(OrderStatus.class)));

    private final TradingPlatform tradingPlatform;
    private final Progress progress;
    private final int threads;
    private final AtomicLong sent = new AtomicLong();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    DemoCallers(TradingPlatform tradingPlatform, Progress progress, int threads) {
        this.tradingPlatform = tradingPlatform;
        this.progress = progress;
        this.threads = threads;
    }

    /** Submits all orders, as many at once as there are callers. */
    Counts submit(List<NewOrder> orders) throws InterruptedException {
        progress.phase("submitting from " + threads + " callers");
        forAll(orders, this::submit);
        return new Counts(
                sent.get(), failures.stream().distinct().limit(MAX_FAILURES_KEPT).toList());
    }

    /** Requests the cancel of all open orders. */
    void cancelOpen() throws InterruptedException {
        forAll(
                everything(tradingPlatform.repository(), OPEN),
                order -> {
                    var _ = tradingPlatform.cancelOrder().cancel(order.id());
                });
    }

    /** Syncs once; whether nothing is open any more. */
    boolean inStep() {
        return tradingPlatform.syncOrders().sync() instanceof SyncResult.Completed
                && everything(tradingPlatform.repository(), OPEN).isEmpty();
    }

    /** Returns the number of open orders. */
    int open() {
        return everything(tradingPlatform.repository(), OPEN).size();
    }

    static Map<OrderStatus, Long> statuses(OrderRepository repository) {
        Map<OrderStatus, Long> counts = new EnumMap<>(OrderStatus.class);
        everything(repository, EnumSet.allOf(OrderStatus.class))
                .forEach(order -> counts.merge(order.status(), 1L, Long::sum));
        return counts;
    }

    private void submit(NewOrder terms) {
        switch (tradingPlatform.submitOrder().submit(terms)) {
            case SubmitResult.Submitted _ -> sent.incrementAndGet();
            case SubmitResult.Unrecorded unrecorded -> {
                sent.incrementAndGet();
                failures.add("an answer could not be stored: " + unrecorded.text());
            }
            case SubmitResult.Denied denied -> failures.add(DenialText.sentence(denied.denials()));
            case SubmitResult.AlreadySubmitted _, SubmitResult.KeyReused _ ->
                    failures.add("an order had the key of another");
        }
    }

    private <T> void forAll(List<T> work, Consumer<T> action) throws InterruptedException {
        AtomicLong done = new AtomicLong();
        ExecutorService callers = Threads.callers(threads);
        try {
            for (T piece : work) {
                callers.execute(() -> {
                    try {
                        action.accept(piece);
                    } catch (RuntimeException failed) {
                        failures.add(String.valueOf(failed.getMessage()));
                    } finally {
                        done.incrementAndGet();
                    }
                });
            }
            callers.shutdown();
            Threads.awaitEnd(callers, () -> progress.at(done.get(), work.size()));
            progress.at(done.get(), work.size());
        } finally {
            callers.shutdownNow();
        }
    }

    private static List<Order> everything(OrderRepository repository, Set<OrderStatus> statuses) {
        List<Order> orders = new ArrayList<>();
        OrderQuery query = OrderQuery.all().in(statuses);
        for (List<Order> page = repository.search(query);
                !page.isEmpty();
                page = repository.search(query.after(page.getLast().id()))) {
            orders.addAll(page);
        }
        return orders;
    }

    /**
     * The result of the submissions.
     *
     * @param sent the number of orders sent
     * @param failures the failures of the others
     */
    record Counts(long sent, List<String> failures) {}
}
