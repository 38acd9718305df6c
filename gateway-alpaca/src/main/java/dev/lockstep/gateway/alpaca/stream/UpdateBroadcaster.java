package dev.lockstep.gateway.alpaca.stream;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.usecase.feed.FeedWait;
import dev.lockstep.domain.usecase.feed.FeedWaits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads trade updates once for all listeners while there are any, and passes each on. A listener
 * gets the updates after the moment at which it joined, each once. Thread-safe.
 */
public final class UpdateBroadcaster implements AutoCloseable {
    /** The most listeners at one time. */
    public static final int MAX_LISTENERS = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(UpdateBroadcaster.class);
    private static final Duration EVERY = Duration.ofMillis(50);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final UpdateReader reader;
    private final FeedWaits waits;
    private final Pause pause;
    private final List<UpdateListener> listeners = new ArrayList<>();
    private final Thread poller;
    private long seq;
    private boolean closed;

    /**
     * Starts the thread that reads.
     *
     * @param waits the waits between two reads
     * @param pause waits after a failure
     */
    public UpdateBroadcaster(
            UpdateReader reader, FeedWaits waits, Pause pause, ThreadFactory threads) {
        this.reader = reader;
        this.waits = waits;
        this.pause = pause;
        this.poller = threads.newThread(this::poll);
        poller.start();
    }

    /** Adds a listener. Returns false if there are too many. */
    public synchronized boolean join(UpdateListener listener) {
        if (closed || listeners.size() >= MAX_LISTENERS) {
            return false;
        }
        if (listeners.isEmpty()) {
            seq = reader.last();
        } else {
            pass();
        }
        listeners.add(listener);
        notifyAll();
        return true;
    }

    /** Removes a listener. */
    public synchronized void leave(UpdateListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            listeners.clear();
            notifyAll();
        }
        poller.interrupt();
    }

    private void poll() {
        try {
            while (awaitListeners()) {
                pollWhileListening();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Subscribes to hints only while a client listens. */
    private void pollWhileListening() throws InterruptedException {
        try (FeedWait wait = waits.every(EVERY)) {
            while (listening()) {
                long before = position();
                if (passed()) {
                    wait.await(position() > before);
                } else {
                    pause.of(AFTER_FAILURE);
                }
            }
        }
    }

    private synchronized boolean listening() {
        return !listeners.isEmpty();
    }

    private synchronized long position() {
        return seq;
    }

    private synchronized boolean awaitListeners() throws InterruptedException {
        while (listeners.isEmpty() && !closed) {
            wait();
        }
        return !closed;
    }

    private boolean passed() {
        try {
            pass();
            return true;
        } catch (RepositoryException failed) {
            LOG.warn("trade updates cannot be read: {}", failed.getMessage());
        } catch (RuntimeException bug) {
            LOG.error("internal error in trade updates, which continue", bug);
        }
        return false;
    }

    /** Passes all updates on; a listener that joins waits, so that it gets each once. */
    private synchronized void pass() {
        UpdateReader.Page page = reader.after(seq);
        while (page.reached() > seq) {
            seq = page.reached();
            for (TradeUpdate update : page.updates()) {
                List.copyOf(listeners).forEach(listener -> listener.accept(update));
            }
            page = reader.after(seq);
        }
    }

    /** Waits. */
    @FunctionalInterface
    public interface Pause {
        /** Waits for a time. */
        void of(Duration time) throws InterruptedException;
    }

    /** Receives updates; must not block. */
    @FunctionalInterface
    public interface UpdateListener {
        /** Receives an update of any order. */
        void accept(TradeUpdate update);
    }
}
