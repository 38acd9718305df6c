package dev.lockstep.persistence.sqlite.read;

import dev.lockstep.domain.port.RepositoryException;
import dev.lockstep.domain.port.RepositoryException.Reason;
import dev.lockstep.persistence.sqlite.connection.Connections;
import dev.lockstep.persistence.sqlite.connection.Failures;
import dev.lockstep.persistence.sqlite.connection.Session;
import dev.lockstep.persistence.sqlite.lock.LockRetry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads on a few read-only connections, each with a thread of its own, so that a caller never waits
 * inside SQLite; a writer neither waits for them nor they for it.
 */
public final class Readers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);
    private static final int MAX_QUEUED_READS = 4_096;

    private final Connections connections;
    private final LockRetry retry;
    private final Duration deadline;
    private final BlockingQueue<Session> idle;
    private final ThreadPoolExecutor threads;

    /**
     * Builds the pool; its connections are opened when they are needed.
     *
     * @param deadline how long a caller waits in all
     * @param readers how many reads run at the same time
     */
    public Readers(
            Connections connections,
            LockRetry retry,
            Duration deadline,
            int readers,
            ThreadFactory threads) {
        this.connections = connections;
        this.retry = retry;
        this.deadline = deadline;
        this.idle = new ArrayBlockingQueue<>(readers);
        this.threads =
                new ThreadPoolExecutor(
                        readers,
                        readers,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(MAX_QUEUED_READS),
                        threads);
    }

    /** Reads. */
    public <T> T read(Reading<T> reading) {
        Future<T> answer = submitted(reading);
        try {
            return answer.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            answer.cancel(false);
            throw new RepositoryException(
                    Reason.OVERLOADED,
                    "the read was not done within " + deadline.toMillis() + " ms",
                    late);
        } catch (InterruptedException interrupted) {
            answer.cancel(false);
            Thread.currentThread().interrupt();
            throw new RepositoryException(
                    Reason.INTERRUPTED, "interrupted while reading", interrupted);
        } catch (ExecutionException failed) {
            throw named(failed);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("reads still run while the database is closed");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        for (Session session = idle.poll(); session != null; session = idle.poll()) {
            discard(session);
        }
    }

    private <T> Future<T> submitted(Reading<T> reading) {
        try {
            return threads.submit(() -> onIdleSession(reading));
        } catch (RejectedExecutionException rejected) {
            throw threads.isShutdown()
                    ? new RepositoryException(Reason.CLOSED, "the repository is closed", rejected)
                    : new RepositoryException(
                            Reason.OVERLOADED,
                            MAX_QUEUED_READS + " reads are waiting: send fewer at once",
                            rejected);
        }
    }

    private <T> T onIdleSession(Reading<T> reading) throws SQLException {
        Session known = idle.poll();
        Session session = known != null ? known : retry.call(connections::openReader);
        boolean sound = false;
        try {
            T read = retry.call(() -> reading.from(session));
            sound = true;
            return read;
        } finally {
            if (!sound || !idle.offer(session)) {
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

    private static RuntimeException named(ExecutionException failed) {
        @Nullable Throwable cause = failed.getCause();
        return switch (cause) {
            case SQLException failure -> Failures.named("the read failed", failure);
            case RepositoryException named ->
                    new RepositoryException(
                            named.reason(), String.valueOf(named.getMessage()), named);
            case null, default ->
                    new RepositoryException(Reason.MISUSE, "the read failed: " + cause, failed);
        };
    }
}
