package dev.lockstep.persistence.postgres.hint;

import dev.lockstep.domain.port.CommitHints;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.persistence.postgres.connection.HintConnection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL implementation of {@link CommitHints}: a thread that listens on a connection of its
 * own while there are subscribers, and opens it again when it is lost.
 */
public final class PostgresCommitHints implements CommitHints, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresCommitHints.class);
    private static final Duration CHECK_EVERY = Duration.ofSeconds(5);
    private static final long MIN_BACKOFF_MILLIS = 100;
    private static final long MAX_BACKOFF_MILLIS = 10_000;

    private final Opening opening;
    private final ThreadFactory threads;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private @Nullable Thread thread;
    private @Nullable HintConnection open;
    private boolean closed;

    /** Opens nothing yet: most commands do not subscribe. */
    public PostgresCommitHints(Opening opening, ThreadFactory threads) {
        this.opening = opening;
        this.threads = threads;
    }

    @Override
    public synchronized Subscription subscribe(Listener listener) {
        listeners.add(listener);
        if (thread == null && !closed) {
            thread = threads.newThread(this::runUntilClosed);
            thread.start();
        }
        notifyAll();
        return () -> listeners.remove(listener);
    }

    @Override
    public void close() {
        Thread running = stopped();
        if (running == null) {
            return;
        }
        try {
            running.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Thread stopped() {
        closed = true;
        closing.countDown();
        notifyAll();
        if (thread != null) {
            thread.interrupt();
        }
        abort(open);
        return thread;
    }

    private void runUntilClosed() {
        long backoffMillis = MIN_BACKOFF_MILLIS;
        try {
            while (awaitSubscribers()) {
                boolean listened = listen();
                backoffMillis =
                        listened
                                ? MIN_BACKOFF_MILLIS
                                : Math.min(2 * backoffMillis, MAX_BACKOFF_MILLIS);
                if (closing.await(backoffMillis, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Passes hints on until the connection is lost or there is no subscriber any more.
     *
     * @return whether the server was reached
     */
    private boolean listen() {
        boolean listened = false;
        try (HintConnection connection = opening.open()) {
            if (!published(connection)) {
                return false;
            }
            connection.listen();
            listened = true;
            LOG.debug("the server announces commits");
            while (!listeners.isEmpty()) {
                if (connection.awaitHint(CHECK_EVERY)) {
                    listeners.forEach(Listener::committed);
                }
            }
        } catch (SQLException | RepositoryException failure) {
            reported(listened, failure);
        } finally {
            boolean _ = published(null);
            listeners.forEach(Listener::lost);
        }
        return listened;
    }

    private synchronized void reported(boolean listened, Exception failure) {
        if (listened && !closed) {
            LOG.warn(
                    "the server does not announce commits any more, feeds are polled until it does: {}",
                    failure.getMessage());
        } else {
            LOG.debug("the server does not announce commits: {}", failure.getMessage());
        }
    }

    private synchronized boolean published(@Nullable HintConnection connection) {
        open = connection;
        return !closed;
    }

    private synchronized boolean awaitSubscribers() throws InterruptedException {
        while (listeners.isEmpty() && !closed) {
            wait();
        }
        return !closed;
    }

    private static void abort(@Nullable HintConnection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException failure) {
                LOG.debug("closing the connection for hints: {}", failure.getMessage());
            }
        }
    }

    /** Opens connections. */
    @FunctionalInterface
    public interface Opening {
        /** Returns a new connection, which does not listen yet and which the caller closes. */
        HintConnection open() throws SQLException;
    }
}
