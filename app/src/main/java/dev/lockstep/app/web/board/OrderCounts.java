package dev.lockstep.app.web.board;

import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.store.OrderFeed;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** The number of orders by status, counted at most once in {@value #EVERY_MILLIS} milliseconds. */
public final class OrderCounts {
    private static final int EVERY_MILLIS = 2_000;

    private final TtlCache<OrderFeed, Map<OrderStatus, Long>> counts;
    private final OrderFeed feed;

    /** Counts the orders of this feed. */
    public OrderCounts(OrderFeed feed, InstantSource clock) {
        this.feed = feed;
        this.counts = new TtlCache<>(Duration.ofMillis(EVERY_MILLIS), clock, OrderFeed::counts);
    }

    /** Returns the number of orders by status, without statuses that have none. */
    public Map<OrderStatus, Long> byStatus() {
        return counts.of(feed);
    }

    /** Returns the number of orders of a tab. */
    public long of(Tab tab) {
        return byStatus().entrySet().stream()
                .filter(entry -> Tab.of(entry.getKey()) == tab)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
