package dev.lockstep.app.web.live;

import dev.lockstep.domain.port.store.OrderFeed;
import dev.lockstep.domain.port.store.OrderFeed.Change;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes of orders, page by page. If there are too many, it sends one reset and continues from the
 * current position, so that displaying never costs as much as trading.
 */
final class OrderChangeEvent implements LiveEvent {
    private static final int MAX_PAGES_AT_ONCE = 4;

    private final OrderFeed feed;
    private volatile long seq;

    OrderChangeEvent(OrderFeed feed) {
        this.feed = feed;
    }

    @Override
    public void begin() {
        seq = feed.last();
    }

    /** Returns the position up to which all clients have received events. */
    long seq() {
        return seq;
    }

    @Override
    public List<SseEvent> next() {
        List<SseEvent> frames = new ArrayList<>();
        long at = seq;
        for (int page = 0; page < MAX_PAGES_AT_ONCE; page++) {
            List<Change> changes = feed.after(at, OrderFeed.MAX_EVENTS);
            changes.forEach(change -> frames.add(SseEvent.of(change)));
            long before = at;
            at = changes.isEmpty() ? at : changes.getLast().seq();
            // What is stored during the read is left to the next one, unless there are many.
            if (at - before < OrderFeed.MAX_EVENTS) {
                seq = at;
                return frames;
            }
        }
        long last = feed.last();
        if (last > at) {
            frames.clear();
            frames.add(SseEvent.reset(last, "more changes than can be shown one by one"));
            at = last;
        }
        seq = at;
        return frames;
    }
}
