package dev.lockstep.app.web.live;

import dev.lockstep.app.config.value.Pause;
import dev.lockstep.domain.port.store.RepositoryException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what is new, once for all clients and only while there are any, and hands it to each. No
 * client ever holds up another one, and none holds up a writer: the store is only read.
 */
public final class Broadcaster implements AutoCloseable {
    /** The most clients at one time. */
    public static final int MAX_CLIENTS = 128;

    private static final Logger LOG = LoggerFactory.getLogger(Broadcaster.class);
    private static final Duration EVERY = Duration.ofMillis(150);

    /** After so much news an order that goes on changing is better told of once, later. */
    private static final int MANY_FRAMES = 50;

    private static final Duration AFTER_MANY = Duration.ofMillis(600);

    private final OrderChangeEvent orders;
    private final List<LiveEvent> others;
    private final Pause pause;
    private final Thread poller;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Object door = new Object();
    private boolean closed;

    /** Tells these news. */
    Broadcaster(
            OrderChangeEvent orders, List<LiveEvent> others, Pause pause, ThreadFactory threads) {
        this.orders = orders;
        this.others = List.copyOf(others);
        this.pause = pause;
        this.poller = threads.newThread(this::poll);
        poller.start();
    }

    /** How many clients listen. */
    public int clients() {
        return listeners.size();
    }

    /**
     * Begins to tell a client.
     *
     * @param cut closes the client's connection, from any thread
     * @return empty where there are too many clients, or the end has come
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

    /** Ends what {@link #join} began. */
    void leave(Listener listener) {
        synchronized (door) {
            listeners.remove(listener);
        }
    }

    @Override
    public void close() {
        synchronized (door) {
            closed = true;
            listeners.forEach(Listener::end);
            door.notifyAll();
        }
        poller.interrupt();
    }

    private void poll() {
        try {
            while (awaitClients()) {
                boolean many = false;
                try {
                    many = tell() > MANY_FRAMES;
                } catch (RepositoryException failed) {
                    LOG.warn("live events cannot be read: {}", failed.getMessage());
                } catch (RuntimeException bug) {
                    LOG.error("live events met a mistake, and go on", bug);
                }
                pause.of(many ? AFTER_MANY : EVERY);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
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
     * Who joins meanwhile waits, so that it misses nothing and is told nothing twice.
     *
     * @return how much was told
     */
    private int tell() {
        synchronized (door) {
            List<SseEvent> frames = new ArrayList<>(orders.next());
            others.forEach(news -> frames.addAll(news.next()));
            if (!frames.isEmpty()) {
                listeners.removeIf(listener -> !listener.offer(frames));
            }
            return frames.size();
        }
    }
}
