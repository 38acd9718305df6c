package dev.lockstep.app.web.board;

import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.OrderFeed;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Predicate;

/** How many orders stand how, counted at most once in {@value #EVERY_MILLIS} milliseconds. */
public final class OrderCounts {
    private static final int EVERY_MILLIS = 2_000;

    private final Remembered<OrderFeed, Map<OrderStatus, Long>> counts;
    private final OrderFeed feed;

    /** Counts the orders of this feed. */
    public OrderCounts(OrderFeed feed, InstantSource clock) {
        this.feed = feed;
        this.counts = new Remembered<>(Duration.ofMillis(EVERY_MILLIS), clock, OrderFeed::counts);
    }

    /** How many orders are in such a status. */
    public long of(Predicate<OrderStatus> wanted) {
        return counts.of(feed).entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
