package dev.lockstep.app.web.live;

import dev.lockstep.app.config.value.Pause;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.usecase.feed.FeedWait;
import dev.lockstep.domain.usecase.feed.FeedWaits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls changes once for all clients, while there are any, and sends them to each. A slow client
 * delays neither other clients nor writers: the store is only read.
 */
public final class Broadcaster implements AutoCloseable {
    /** The most clients at one time. */
    public static final int MAX_CLIENTS = 128;

    private static final Logger LOG = LoggerFactory.getLogger(Broadcaster.class);
    private static final Duration EVERY = Duration.ofMillis(150);

    /** Above this number of frames, an order that keeps changing is sent less often. */
    private static final int MANY_FRAMES = 50;

    private static final Duration AFTER_MANY = Duration.ofMillis(600);

    /** At the end, clients that read get this long to receive the end of their response. */
    private static final Duration MAX_FAREWELL = Duration.ofSeconds(2);

    private static final Duration FAREWELL_TICK = Duration.ofMillis(20);

    private final OrderChangeEvent orders;
    private final List<LiveEvent> others;
    private final LiveReadWatch watch;
    private final FeedWaits waits;
    private final Pause pause;
    private final Thread poller;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Object door = new Object();
    private boolean closed;

    Broadcaster(
            OrderChangeEvent orders,
            List<LiveEvent> others,
            LiveReadWatch watch,
            FeedWaits waits,
            Pause pause,
            ThreadFactory threads) {
        this.orders = orders;
        this.others = List.copyOf(others);
        this.watch = watch;
        this.waits = waits;
        this.pause = pause;
        this.poller = threads.newThread(this::poll);
        poller.start();
    }

    /** Returns the number of listening clients. */
    public int clients() {
        return listeners.size();
    }

    /**
     * Adds a client.
     *
     * @param cut closes the client's connection, from any thread
     * @return empty if there are too many clients, or the server is stopping
     */
    Optional<Listener> join(Runnable cut) {
        synchronized (door) {
            if (closed || listeners.size() >= MAX_CLIENTS) {
                return Optional.empty();
            }
            if (listeners.isEmpty()) {
                orders.begin();
                others.forEach(LiveEvent::begin);
            }
            Listener listener = new Listener(orders.seq(), cut);
            listeners.add(listener);
            door.notifyAll();
            return Optional.of(listener);
        }
    }

    /** Sends events to all clients, also while the poller waits for the store. */
    void send(List<SseEvent> events) {
        listeners.removeIf(listener -> !listener.offer(events));
    }

    /** Ends what {@link #join} began. */
    void leave(Listener listener) {
        synchronized (door) {
            listeners.remove(listener);
        }
    }

    /**
     * Ends all clients. One that does not read is disconnected, for the thread that writes to it
     * would keep the server from stopping.
     */
    @Override
    public void close() {
        synchronized (door) {
            closed = true;
            listeners.forEach(Listener::end);
            door.notifyAll();
        }
        poller.interrupt();
        try {
            for (Duration waited = Duration.ZERO;
                    !listeners.isEmpty() && waited.compareTo(MAX_FAREWELL) < 0;
                    waited = waited.plus(FAREWELL_TICK)) {
                pause.of(FAREWELL_TICK);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        listeners.forEach(Listener::disconnect);
    }

    private void poll() {
        try {
            while (awaitClients()) {
                pollWhileListening();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Subscribes to hints only while a client listens. */
    private void pollWhileListening() throws InterruptedException {
        try (FeedWait wait = waits.every(EVERY)) {
            while (!listeners.isEmpty()) {
                long before = orders.seq();
                if (sent() > MANY_FRAMES) {
                    pause.of(AFTER_MANY);
                } else {
                    wait.await(orders.seq() > before);
                }
            }
        }
    }

    private int sent() {
        watch.begins();
        try {
            int frames = tell();
            watch.answered();
            return frames;
        } catch (RepositoryException failed) {
            if (watch.failed(String.valueOf(failed.getMessage()))) {
                LOG.warn(
                        "live events cannot be read until the store is back: {}",
                        failed.getMessage());
            }
        } catch (RuntimeException bug) {
            watch.answered();
            LOG.error("internal error in live events, which continue", bug);
        }
        return 0;
    }

    private boolean awaitClients() throws InterruptedException {
        synchronized (door) {
            while (listeners.isEmpty() && !closed) {
                door.wait();
            }
            return !closed;
        }
    }

    /**
     * Sends changes; a client that joins meanwhile waits, so that it neither misses an event nor
     * gets one twice.
     *
     * @return the number of frames
     */
    private int tell() {
        synchronized (door) {
            List<SseEvent> frames = new ArrayList<>(orders.next());
            others.forEach(news -> frames.addAll(news.next()));
            if (!frames.isEmpty()) {
                send(frames);
            }
            return frames.size();
        }
    }
}
