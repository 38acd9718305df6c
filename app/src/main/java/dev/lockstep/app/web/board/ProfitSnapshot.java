package dev.lockstep.app.web.board;

import dev.lockstep.app.config.value.DeadlineSetting;
import dev.lockstep.domain.port.MonotonicClock;
import dev.lockstep.domain.port.store.Adjustments;
import dev.lockstep.domain.port.store.Adjustments.AdjustmentQuery;
import dev.lockstep.domain.port.store.OrderFeed;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The profit of our orders, computed again only after a change, and so rarely that it takes at most
 * one part in {@value #REST} of the time, however many orders there are. Thread-safe.
 *
 * @param <T> the figures
 */
public final class ProfitSnapshot<T> {
    private static final int REST = 20;

    private final OrderFeed feed;
    private final Adjustments adjustments;
    private final Supplier<T> measuring;
    private final MonotonicClock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable T measured;
    private Place measuredAt = new Place(-1, -1);
    private @Nullable DeadlineSetting rest;

    /**
     * Creates the cache.
     *
     * @param feed shows whether orders have changed
     * @param adjustments the stored adjustments, which change independently of orders
     * @param measuring computes the profit
     */
    public ProfitSnapshot(
            OrderFeed feed, Adjustments adjustments, Supplier<T> measuring, MonotonicClock clock) {
        this.feed = feed;
        this.adjustments = adjustments;
        this.measuring = measuring;
        this.clock = clock;
    }

    /** Returns the profit. */
    public T profits() {
        lock.lock();
        try {
            long began = clock.nanoTime();
            Place last = last();
            T known = measured;
            if (known != null && (last.equals(measuredAt) || (rest != null && !rest.passed()))) {
                return known;
            }
            T fresh = measuring.get();
            measured = fresh;
            measuredAt = last;
            rest = DeadlineSetting.after(clock.since(began).multipliedBy(REST), clock);
            return fresh;
        } finally {
            lock.unlock();
        }
    }

    private Place last() {
        return new Place(
                feed.last(),
                adjustments.list(AdjustmentQuery.all().newest().limit(1)).stream()
                        .mapToLong(Adjustments.Entry::number)
                        .findFirst()
                        .orElse(0));
    }

    /**
     * The state of the store at one moment.
     *
     * @param event the last event of an order
     * @param adjustment the number of the last adjustment
     */
    private record Place(long event, long adjustment) {}
}
