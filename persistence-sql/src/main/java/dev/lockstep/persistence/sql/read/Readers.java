package dev.lockstep.persistence.sql.read;

import dev.lockstep.domain.port.store.InsideWrite;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.sql.connection.Connections;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.fault.StoreFaults;
import dev.lockstep.persistence.sql.lock.LockRetry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reader pool: runs reads on a few read-only connections, each on its own thread, so that a caller
 * never blocks inside the driver. Readers and the writer do not block each other.
 */
public final class Readers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);
    private static final int MAX_QUEUED_READS = 4_096;

    private final Connections connections;
    private final LockRetry retry;
    private final Duration deadline;
    private final StoreFaults faults;
    private final LongSupplier nanoTime;
    private final boolean keepsIdle;
    private final BlockingQueue<Session> idle;
    private final Map<PendingRead<?>, Long> running = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor threads;

    /**
     * Creates the pool; connections are opened on demand.
     *
     * @param faults receives every failure
     * @param deadline the total wait of a caller
     * @param readers the maximum number of concurrent reads
     * @param keepsIdle whether idle connections are kept here, and not by the connections' own pool
     */
    public Readers(
            Connections connections,
            LockRetry retry,
            StoreFaults faults,
            Duration deadline,
            int readers,
            boolean keepsIdle,
            LongSupplier nanoTime,
            ThreadFactory threads) {
        this.connections = connections;
        this.retry = retry;
        this.faults = faults;
        this.deadline = deadline;
        this.nanoTime = nanoTime;
        this.keepsIdle = keepsIdle;
        this.idle = new ArrayBlockingQueue<>(readers);
        this.threads =
                new ThreadPoolExecutor(
                        readers,
                        readers,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(MAX_QUEUED_READS),
                        reading -> threads.newThread(() -> InsideRead.during(reading)));
    }

    /** Runs a read and returns its result; interrupts it at the deadline. */
    public <T> T read(Reading<T> reading) {
        InsideWrite.refuse("a read was started");
        InsideRead.refuse("a read was started");
        requireReachable();
        PendingRead<T> read = new PendingRead<>(reading);
        Future<T> answer = submitted(read);
        try {
            return answer.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw stopped(read, answer) ? tooSlow(late) : tooMany(late);
        } catch (InterruptedException interrupted) {
            stopped(read, answer);
            Thread.currentThread().interrupt();
            throw new RepositoryException(
                    Reason.INTERRUPTED, "interrupted while reading", interrupted);
        } catch (ExecutionException failed) {
            throw reported(named(failed));
        }
    }

    private void requireReachable() {
        try {
            connections.requireReachable();
        } catch (SQLException away) {
            throw reported(connections.failures().named("the read failed", away));
        }
    }

    /** Returns the age of the oldest running read, zero if none. */
    public Duration oldest() {
        long now = nanoTime.getAsLong();
        return running.values().stream()
                .map(began -> Duration.ofNanos(now - began))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("closing the database while reads are still running");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        for (Session session = idle.poll(); session != null; session = idle.poll()) {
            discard(session);
        }
    }

    private RepositoryException tooSlow(TimeoutException late) {
        return new RepositoryException(
                Reason.READ_TIMEOUT,
                "the read did not finish within "
                        + deadline.toMillis()
                        + " ms and was stopped: request less data at once",
                late);
    }

    private RepositoryException tooMany(TimeoutException late) {
        return new RepositoryException(
                Reason.OVERLOADED,
                "the read waited "
                        + deadline.toMillis()
                        + " ms behind other reads: send fewer at once",
                late);
    }

    private static boolean stopped(PendingRead<?> read, Future<?> answer) {
        answer.cancel(false);
        try {
            return read.stop();
        } catch (SQLException failure) {
            LOG.warn("stopping a read: {}", failure.getMessage());
            return true;
        }
    }

    private <T> Future<T> submitted(PendingRead<T> read) {
        try {
            return threads.submit(() -> onIdleSession(read));
        } catch (RejectedExecutionException rejected) {
            throw threads.isShutdown()
                    ? new RepositoryException(Reason.CLOSED, "the repository is closed", rejected)
                    : new RepositoryException(
                            Reason.OVERLOADED,
                            MAX_QUEUED_READS + " reads are waiting: send fewer at once",
                            rejected);
        }
    }

    private <T> T onIdleSession(PendingRead<T> read) throws SQLException {
        running.put(read, nanoTime.getAsLong());
        try {
            return onSession(read);
        } finally {
            running.remove(read);
        }
    }

    private <T> T onSession(PendingRead<T> read) throws SQLException {
        Session known = idle.poll();
        Session session = known != null ? known : retry.call(connections::openReader);
        boolean sound = false;
        try {
            T answer = retry.call(() -> read.on(session));
            sound = !read.stopped();
            return answer;
        } finally {
            if (!sound || !keepsIdle || !idle.offer(session)) {
                discard(session);
            }
        }
    }

    private static void discard(Session session) {
        try {
            session.close();
        } catch (SQLException failure) {
            LOG.warn("closing a reader: {}", failure.getMessage());
        }
    }

    private RepositoryException reported(RepositoryException failure) {
        faults.report(failure);
        return failure;
    }

    private RepositoryException named(ExecutionException failed) {
        @Nullable Throwable cause = failed.getCause();
        return switch (cause) {
            case SQLException failure -> connections.failures().named("the read failed", failure);
            case RepositoryException named ->
                    new RepositoryException(
                            named.reason(), String.valueOf(named.getMessage()), named);
            case null, default ->
                    new RepositoryException(Reason.MISUSE, "the read failed: " + cause, failed);
        };
    }
}
