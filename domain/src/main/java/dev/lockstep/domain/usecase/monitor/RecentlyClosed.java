package dev.lockstep.domain.usecase.monitor;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.store.OrderFeed;
import dev.lockstep.domain.port.store.OrderFeed.Change;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Finds the orders that closed within the last seconds, by any process, in the sequence of their
 * events: however long ago an order was created, and however short it worked. For one thread at a
 * time.
 */
final class RecentlyClosed {
    /** An order is listed for at least this long, for a fill may become known after it. */
    static final Duration LISTED_FOR = Duration.ofSeconds(20);

    private final OrderFeed feed;
    private final PlatformClock clock;
    private final Map<OrderId, Closed> closed = new LinkedHashMap<>();
    private OptionalLong reached = OptionalLong.empty();

    RecentlyClosed(OrderFeed feed, PlatformClock clock) {
        this.feed = feed;
        this.clock = clock;
    }

    /** Returns them; none the first time, from which on they are found. */
    List<Order> list() {
        long from = reached.isPresent() ? reached.getAsLong() : feed.last();
        reached = OptionalLong.of(from);
        for (List<Change> page = page(); !page.isEmpty(); page = page()) {
            page.forEach(change -> note(change.order()));
            reached = OptionalLong.of(page.getLast().seq());
        }
        return closed.values().stream().map(Closed::order).toList();
    }

    private List<Change> page() {
        return feed.after(reached.orElseThrow(), OrderFeed.MAX_EVENTS);
    }

    private void note(Order order) {
        if (order.status().closed()) {
            closed.putIfAbsent(order.id(), new Closed(order, clock.nanoTime()));
        }
    }

    /** Returns since when an order is known to be closed, empty if it is not listed. */
    Optional<Duration> since(OrderId id) {
        return Optional.ofNullable(closed.get(id)).map(known -> clock.since(known.nanos()));
    }

    /** Forgets the old ones, after all were examined; a check that fails examines them again. */
    void examined() {
        closed.values().removeIf(known -> clock.since(known.nanos()).compareTo(LISTED_FOR) >= 0);
    }

    private record Closed(Order order, long nanos) {}
}
