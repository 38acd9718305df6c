package dev.lockstep.app.web.board;

import dev.lockstep.app.config.value.DeadlineSetting;
import dev.lockstep.domain.port.MonotonicClock;
import dev.lockstep.domain.port.store.Adjustments;
import dev.lockstep.domain.port.store.Adjustments.AdjustmentQuery;
import dev.lockstep.domain.port.store.OrderFeed;
import dev.lockstep.domain.position.Profits;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Profit of our own orders, measured again only after a change, and so seldom that measuring takes
 * at most one part in {@value #REST} of the time, however many orders there are. Safe for use by
 * several threads.
 */
public final class ProfitSnapshot {
    private static final int REST = 20;

    private final OrderFeed feed;
    private final Adjustments adjustments;
    private final Supplier<Profits> measuring;
    private final MonotonicClock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private Profits measured = Profits.NONE;
    private Place measuredAt = new Place(-1, -1);
    private @Nullable DeadlineSetting rest;

    /**
     * Measures these orders.
     *
     * @param feed tells whether something happened
     * @param adjustments the stored adjustments, which change without an order
     * @param measuring reads the orders
     */
    public ProfitSnapshot(
            OrderFeed feed,
            Adjustments adjustments,
            Supplier<Profits> measuring,
            MonotonicClock clock) {
        this.feed = feed;
        this.adjustments = adjustments;
        this.measuring = measuring;
        this.clock = clock;
    }

    /** What they have brought. */
    public Profits profits() {
        lock.lock();
        try {
            long began = clock.nanoTime();
            Place last = last();
            if (!last.equals(measuredAt) && (rest == null || rest.passed())) {
                measured = measuring.get();
                measuredAt = last;
                rest = DeadlineSetting.after(clock.since(began).multipliedBy(REST), clock);
            }
            return measured;
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
     * How far the store was at one moment.
     *
     * @param event the last event of an order
     * @param adjustment the number of the last adjustment
     */
    private record Place(long event, long adjustment) {}
}
