package dev.lockstep.app.web.board;

import dev.lockstep.domain.port.OrderFeed;
import dev.lockstep.domain.position.Profits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What our own orders have brought, measured anew only when something happened since, and so seldom
 * that measuring takes at most one part in {@value #REST} of the time, however many orders there
 * are. Safe for use by several threads.
 */
public final class ProfitBoard {
    private static final int REST = 20;

    private final OrderFeed feed;
    private final Supplier<Profits> measuring;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private Profits measured = Profits.NONE;
    private long place = -1;
    private Instant next = Instant.MIN;

    /**
     * Measures these orders.
     *
     * @param feed tells whether something happened
     * @param measuring reads the orders
     */
    public ProfitBoard(OrderFeed feed, Supplier<Profits> measuring, InstantSource clock) {
        this.feed = feed;
        this.measuring = measuring;
        this.clock = clock;
    }

    /** What they have brought. */
    public Profits profits() {
        lock.lock();
        try {
            Instant began = clock.instant();
            long last = feed.last();
            if (last != place && !began.isBefore(next)) {
                measured = measuring.get();
                place = last;
                Instant ended = clock.instant();
                next = ended.plus(Duration.between(began, ended).multipliedBy(REST));
            }
            return measured;
        } finally {
            lock.unlock();
        }
    }
}
