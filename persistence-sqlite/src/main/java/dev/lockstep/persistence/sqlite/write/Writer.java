package dev.lockstep.persistence.sqlite.write;

import dev.lockstep.domain.port.RepositoryException;
import dev.lockstep.domain.port.RepositoryException.Reason;
import dev.lockstep.persistence.sqlite.connection.Connections;
import dev.lockstep.persistence.sqlite.connection.Failures;
import dev.lockstep.persistence.sqlite.connection.Session;
import dev.lockstep.persistence.sqlite.lock.Deadline;
import dev.lockstep.persistence.sqlite.lock.LockCounters;
import dev.lockstep.persistence.sqlite.lock.LockRetry;
import dev.lockstep.persistence.sqlite.rows.OrderTable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of this process: takes all units that wait, runs them in one transaction and
 * commits them with one write to the disk.
 *
 * <p>Units are isolated. If one fails, the transaction is rolled back and each of the others runs
 * again in a transaction of its own: failures are rare, and so the usual case pays nothing for
 * them.
 *
 * <p>Callers may be virtual threads: only the writer's own thread enters SQLite.
 */
public final class Writer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    private final Connections connections;
    private final LockRetry retry;
    private final LockCounters counters;
    private final Duration lockDeadline;
    private final LongSupplier nanoTime;
    private final WriteQueue queue;
    private final Thread thread;
    private @Nullable Session session;
    private volatile boolean waitingForLock;

    /**
     * Starts the writer.
     *
     * @param session an open connection, the writer's from now on
     * @param lockDeadline how long a caller waits in all
     */
    public Writer(
            Connections connections,
            Session session,
            LockRetry retry,
            LockCounters counters,
            Duration lockDeadline,
            int maxQueuedWrites,
            LongSupplier nanoTime,
            ThreadFactory threads) {
        this.connections = connections;
        this.session = session;
        this.retry = retry;
        this.counters = counters;
        this.lockDeadline = lockDeadline;
        this.nanoTime = nanoTime;
        this.queue = new WriteQueue(maxQueuedWrites);
        this.thread = threads.newThread(this::writeUntilClosed);
        thread.start();
    }

    /** Writes a unit and returns when it is durable. */
    public <T> T write(WriteUnit<T> unit) {
        requireOutside();
        Deadline deadline = Deadline.in(lockDeadline, nanoTime);
        PendingWrite<T> write = new PendingWrite<>(unit);
        queue.add(write, deadline);
        return write.await(deadline, () -> tooLate(write));
    }

    /** Refuses a call from inside a unit: it would wait for the writer, which is its own caller. */
    public void requireOutside() {
        if (Thread.currentThread() == thread) {
            throw new RepositoryException(
                    Reason.MISUSE,
                    "the repository was called from inside a write: the change of an order may look"
                            + " at nothing but the order it is handed");
        }
    }

    /** Writes what waits, then ends. */
    @Override
    public void close() {
        queue.close();
        try {
            thread.join(lockDeadline.plusSeconds(1));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private RepositoryException tooLate(PendingWrite<?> write) {
        queue.remove(write);
        if (waitingForLock) {
            counters.timedOut();
            return new RepositoryException(
                    Reason.LOCK_TIMEOUT,
                    "another process held the database's write lock for "
                            + lockDeadline.toMillis()
                            + " ms; nothing is stored");
        }
        return new RepositoryException(
                Reason.OVERLOADED,
                "the write waited "
                        + lockDeadline.toMillis()
                        + " ms behind others; nothing is stored");
    }

    private void writeUntilClosed() {
        while (queue.awaitWork()) {
            new Group().write();
        }
        try {
            discardSession();
        } catch (SQLException failure) {
            LOG.warn("closing the database: {}", failure.getMessage());
        }
    }

    private Session session() throws SQLException {
        Session open = session;
        if (open == null) {
            open = connections.openWriter();
            session = open;
        }
        return open;
    }

    private void discardSession() throws SQLException {
        Session open = session;
        session = null;
        if (open != null) {
            open.close();
        }
    }

    /** Undoes what is not committed; a connection that cannot even do that is replaced. */
    private void rollback() {
        try {
            if (session != null) {
                session.rollback();
            }
        } catch (SQLException failure) {
            LOG.warn("rolling back: {}", failure.getMessage());
            replaceSession();
        }
    }

    private void replaceSession() {
        try {
            discardSession();
        } catch (SQLException failure) {
            LOG.warn("closing a broken connection: {}", failure.getMessage());
        }
    }

    /** The units of one commit. */
    private final class Group {
        private List<PendingWrite<?>> writes = List.of();

        void write() {
            try {
                retry.call(this::attempt);
                writes.forEach(PendingWrite::stored);
            } catch (UnitFailure failure) {
                failure.write().failed(failure.cause());
                writeEachAlone(writes.stream().filter(other -> other != failure.write()).toList());
            } catch (SQLException | RuntimeException | Error failure) {
                fail(failure);
            }
        }

        private boolean attempt() throws SQLException {
            Session open = session();
            begin(open);
            try {
                if (writes.isEmpty()) {
                    writes = queue.take();
                }
                OrderTable table = new OrderTable(open);
                for (PendingWrite<?> write : writes) {
                    run(write, table);
                }
                open.commit();
                return true;
            } catch (Throwable failure) {
                rollback();
                throw failure;
            }
        }

        private void begin(Session open) throws SQLException {
            try {
                open.beginImmediate();
                waitingForLock = false;
            } catch (SQLException failure) {
                waitingForLock = Failures.busy(failure);
                throw failure;
            }
        }

        private void run(PendingWrite<?> write, OrderTable table) throws SQLException {
            try {
                write.run(table);
            } catch (SQLException failure) {
                if (Failures.busy(failure)) {
                    throw failure;
                }
                throw new UnitFailure(write, Failures.named("the write failed", failure));
            } catch (RuntimeException | StackOverflowError failure) {
                throw new UnitFailure(write, failure);
            }
        }

        private void writeEachAlone(List<PendingWrite<?>> others) {
            for (PendingWrite<?> other : others) {
                Group alone = new Group();
                alone.writes = List.of(other);
                alone.write();
            }
        }

        private void fail(Throwable failure) {
            if (writes.isEmpty()) {
                failWaiting(failure);
                return;
            }
            Throwable named = named(failure);
            writes.forEach(write -> write.failed(named));
        }

        /** Behind a lock they wait on, each for its own deadline; any other failure is theirs. */
        private void failWaiting(Throwable failure) {
            if (Failures.busy(failure)) {
                return;
            }
            Throwable named = named(failure);
            queue.take().forEach(write -> write.failed(named));
        }

        private static Throwable named(Throwable failure) {
            return failure instanceof SQLException unnamed
                    ? Failures.named("the write failed", unnamed)
                    : failure;
        }
    }

    /** One unit of a group failed by itself. */
    private static final class UnitFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient PendingWrite<?> write;
        private final transient Throwable failure;

        UnitFailure(PendingWrite<?> write, Throwable failure) {
            super(failure);
            this.write = write;
            this.failure = failure;
        }

        PendingWrite<?> write() {
            return write;
        }

        Throwable cause() {
            return failure;
        }
    }
}
