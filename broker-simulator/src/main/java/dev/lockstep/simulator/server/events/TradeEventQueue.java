package dev.lockstep.simulator.server.events;

import dev.lockstep.alpaca.stream.EventRange;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Events of one account that wait for one client. Thread-safe. */
final class TradeEventQueue {
    /** Maximum number of waiting events; a client that falls further behind is disconnected. */
    static final int MAX_WAITING_EVENTS = 10_000;

    private final String account;
    private final EventRange range;
    private final BlockingQueue<TradeEvent> waiting = new LinkedBlockingQueue<>(MAX_WAITING_EVENTS);
    private volatile boolean overflowed;

    TradeEventQueue(String account, EventRange range) {
        this.account = account;
        this.range = range;
    }

    EventRange range() {
        return range;
    }

    /** Adds an event if it is the account's and was requested. */
    void offer(TradeEvent event) {
        if (account.equals(event.account()) && requested(event) && !waiting.offer(event)) {
            overflowed = true;
        }
    }

    private boolean requested(TradeEvent event) {
        String sinceId = range.sinceId();
        String untilId = range.untilId();
        return range.includes(event.entry().at())
                && (sinceId == null || event.id().compareTo(sinceId) >= 0)
                && (untilId == null || event.id().compareTo(untilId) <= 0);
    }

    /** Returns whether events were lost, because the client is too slow. */
    boolean overflowed() {
        return overflowed;
    }

    /** Returns the next event, waiting up to the given time; null if there is none. */
    @Nullable TradeEvent next(Duration longest) throws InterruptedException {
        return waiting.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
    }
}
