package dev.lockstep.app.web.board;

import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.store.OrderFeed;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** How many orders stand how, counted at most once in {@value #EVERY_MILLIS} milliseconds. */
public final class OrderCounts {
    private static final int EVERY_MILLIS = 2_000;

    private final TtlCache<OrderFeed, Map<OrderStatus, Long>> counts;
    private final OrderFeed feed;

    /** Counts the orders of this feed. */
    public OrderCounts(OrderFeed feed, InstantSource clock) {
        this.feed = feed;
        this.counts = new TtlCache<>(Duration.ofMillis(EVERY_MILLIS), clock, OrderFeed::counts);
    }

    /** How many orders there are by status; statuses of which there are none are left out. */
    public Map<OrderStatus, Long> byStatus() {
        return counts.of(feed);
    }

    /** How many orders are on a heap. */
    public long of(Tab tab) {
        return byStatus().entrySet().stream()
                .filter(entry -> Tab.of(entry.getKey()) == tab)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
