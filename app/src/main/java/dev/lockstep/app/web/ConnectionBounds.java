package dev.lockstep.app.web;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Keeps slow and idle connections from blocking others: a connection that does not send a whole
 * request head, and then a whole body, in time is closed; if too many are open, the one that has
 * waited longest is closed. A connection whose request is being handled is never closed here.
 *
 * <p>With a plain limit on connections, a client without a token could occupy every slot and so
 * lock out the kill switch.
 */
final class ConnectionBounds extends AbstractLifeCycle implements Connection.Listener {
    static final int MAX_CONNECTIONS = 512;
    static final int MAX_CONNECTIONS_OF_ADDRESS = 128;
    static final Duration MAX_WAIT = Duration.ofSeconds(30);

    private static final int SWEEP_MILLIS = 1_000;

    private final Scheduler scheduler;
    private final LongSupplier nanoTime;
    private final Map<Connection, Waiting> open = new ConcurrentHashMap<>();

    /**
     * Watches connections.
     *
     * @param scheduler runs a check each second
     * @param nanoTime a monotonic clock in nanoseconds
     */
    ConnectionBounds(Scheduler scheduler, LongSupplier nanoTime) {
        this.scheduler = scheduler;
        this.nanoTime = nanoTime;
    }

    @Override
    protected void doStart() {
        sweepLater();
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof SslConnection) {
            // The connection inside it, opened at the same time, counts for both.
            return;
        }
        open.put(connection, new Waiting(nanoTime.getAsLong()));
        if (open.size() > MAX_CONNECTIONS) {
            closeLongestWaiting(other -> !other.equals(connection));
        }
        InetSocketAddress address = remote(connection);
        if (address != null
                && !address.getAddress().isLoopbackAddress()
                && open.keySet().stream().filter(other -> same(address, other)).count()
                        > MAX_CONNECTIONS_OF_ADDRESS) {
            closeLongestWaiting(other -> !other.equals(connection) && same(address, other));
        }
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }

    /** A whole request head has arrived, and the body is still to come. */
    void bodyBegins(Connection connection) {
        open.computeIfPresent(connection, (_, _) -> new Waiting(nanoTime.getAsLong()));
    }

    /** The whole request has arrived: the connection is being served. */
    void requestBegins(Connection connection) {
        open.computeIfPresent(connection, (_, _) -> Waiting.SERVED);
    }

    /** The answer is complete: the connection waits for its next request. */
    void requestEnds(Connection connection) {
        open.computeIfPresent(connection, (_, _) -> new Waiting(nanoTime.getAsLong()));
    }

    /** Closes every connection that has waited too long for a whole request. */
    void sweep() {
        long now = nanoTime.getAsLong();
        open.forEach((connection, waiting) -> {
            if (!waiting.served() && now - waiting.since() > MAX_WAIT.toNanos()) {
                connection.close();
            }
        });
    }

    private void sweepLater() {
        scheduler.schedule(
                () -> {
                    sweep();
                    if (isRunning() || isStarting()) {
                        sweepLater();
                    }
                },
                SWEEP_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    private void closeLongestWaiting(Predicate<Connection> among) {
        Optional<Connection> longest =
                open.entrySet().stream()
                        .filter(entry -> !entry.getValue().served() && among.test(entry.getKey()))
                        .min(Comparator.comparingLong(entry -> entry.getValue().since()))
                        .map(Map.Entry::getKey);
        longest.ifPresent(connection -> {
            open.remove(connection);
            connection.close();
        });
    }

    private static boolean same(InetSocketAddress address, Connection other) {
        InetSocketAddress remote = remote(other);
        return remote != null && remote.getAddress().equals(address.getAddress());
    }

    private static @Nullable InetSocketAddress remote(Connection connection) {
        return connection.getEndPoint().getRemoteSocketAddress()
                        instanceof InetSocketAddress address
                ? address
                : null;
    }

    /**
     * Since when a connection waits for a request or for the rest of one.
     *
     * @param since nanoseconds of the monotonic clock
     * @param served whether its request is being served instead
     */
    private record Waiting(long since, boolean served) {
        private static final Waiting SERVED = new Waiting(0, true);

        Waiting(long since) {
            this(since, false);
        }
    }
}
