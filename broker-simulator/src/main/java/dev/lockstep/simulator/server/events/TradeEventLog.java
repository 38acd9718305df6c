package dev.lockstep.simulator.server.events;

import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.model.OrderSnapshot;
import dev.lockstep.simulator.server.venue.TradeUpdateFeed;
import dev.lockstep.simulator.wire.OrderJson;
import dev.lockstep.simulator.wire.TradeUpdateJson;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The latest events of all accounts, and the clients that wait for further ones. Thread-safe. */
public final class TradeEventLog implements TradeUpdateFeed {
    /** Maximum number of events that can be requested again. */
    static final int MAX_KEPT_EVENTS = 5_000;

    /** Maximum number of open event streams. */
    static final int MAX_STREAMS = 32;

    private final TradeUpdateJson updates;
    private final Deque<TradeEvent> kept = new ArrayDeque<>();
    private final List<TradeEventQueue> queues = new ArrayList<>();
    private long count;

    public TradeEventLog(OrderJson orderJson) {
        this.updates = new TradeUpdateJson(orderJson);
    }

    @Override
    public synchronized void publish(LedgerEntry entry, OrderSnapshot order) {
        updates.event(entry, order)
                .ifPresent(name -> {
                    count++;
                    String id = TradeEventId.of(entry.at(), count);
                    TradeEvent event = new TradeEvent(id, name, entry, order);
                    kept.addLast(event);
                    if (kept.size() > MAX_KEPT_EVENTS) {
                        kept.removeFirst();
                    }
                    queues.forEach(queue -> queue.offer(event));
                });
    }

    /**
     * Opens a queue that begins with the requested past events. Returns false if too many are open.
     */
    synchronized boolean open(TradeEventQueue queue) {
        if (queues.size() >= MAX_STREAMS) {
            return false;
        }
        if (queue.range().past()) {
            kept.forEach(queue::offer);
        }
        queues.add(queue);
        return true;
    }

    synchronized void close(TradeEventQueue queue) {
        queues.remove(queue);
    }
}
