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
            if (changes.isEmpty()) {
                seq = at;
                return frames;
            }
            changes.forEach(change -> frames.add(SseEvent.of(change)));
            at = changes.getLast().seq();
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
