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
    private Progress progress = new Progress.NotBegun();

    RecentlyClosed(OrderFeed feed, PlatformClock clock) {
        this.feed = feed;
        this.clock = clock;
    }

    /** Returns them; none the first time, from which on they are found. */
    List<Order> list() {
        long seq =
                switch (progress) {
                    case Progress.NotBegun _ -> feed.last();
                    case Progress.ReadTo(long last) -> last;
                };
        progress = new Progress.ReadTo(seq);
        for (List<Change> page = after(seq); !page.isEmpty(); page = after(seq)) {
            page.forEach(change -> note(change.order()));
            seq = page.getLast().seq();
            progress = new Progress.ReadTo(seq);
        }
        return closed.values().stream().map(Closed::order).toList();
    }

    private List<Change> after(long seq) {
        return feed.after(seq, OrderFeed.MAX_EVENTS);
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

    /** How far the sequence of events was read. */
    private sealed interface Progress {
        record NotBegun() implements Progress {}

        record ReadTo(long seq) implements Progress {}
    }
}
