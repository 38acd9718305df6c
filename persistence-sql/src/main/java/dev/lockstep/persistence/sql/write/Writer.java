package dev.lockstep.persistence.sql.write;

import dev.lockstep.domain.port.maintenance.StoreMetrics;
import dev.lockstep.domain.port.store.InsideWrite;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.sql.connection.Connections;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.connection.UnstoredRestrictions;
import dev.lockstep.persistence.sql.fault.Commit;
import dev.lockstep.persistence.sql.fault.StoreFaults;
import dev.lockstep.persistence.sql.lock.Deadline;
import dev.lockstep.persistence.sql.lock.LockCounters;
import dev.lockstep.persistence.sql.lock.LockRetry;
import dev.lockstep.persistence.sql.lock.Turns;
import dev.lockstep.persistence.sql.read.InsideRead;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The single writer of this process: takes all queued units, runs them in one transaction and
 * commits them with one disk sync.
 *
 * <p>Callers may be virtual threads: only the writer's thread enters the database. Units are taken
 * only when the lock is held, so a caller can give up at any time before that.
 */
public final class Writer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final long MAX_YIELD_NANOS = 500_000;
    private static final long YIELD_DIVISOR = 8;
    private static final long MAX_SPIN_NANOS = 500_000;

    private final UnstoredRestrictions unstored;
    private final WriterSession session;
    private final LockRetry retry;
    private final Turns turns;
    private final LockCounters counters;
    private final StoreFaults faults;
    private final StoreMetrics metrics;
    private final Duration lockDeadline;
    private final LongSupplier nanoTime;
    private final WriteQueue queue;
    private final Commit commit;
    private final SettleCommit settling;
    private final WriterMarks marks;
    private final Thread thread;
    private final AtomicReference<@Nullable Maintenance> maintenance = new AtomicReference<>();
    private final AtomicBoolean reopenRequested = new AtomicBoolean();
    private final AtomicLong commits = new AtomicLong();
    private volatile int lastWrites;

    /**
     * Starts the writer.
     *
     * @param first an open connection, owned by the writer from now on
     * @param turns this process's turns among those that write; closed by the writer
     * @param faults receives every failure
     * @param lockDeadline the total wait of a caller
     * @param maxQueuedWrites the maximum number of queued callers
     * @param commit commits a transaction
     */
    public Writer(
            Connections connections,
            Session first,
            LockRetry retry,
            Turns turns,
            LockCounters counters,
            StoreFaults faults,
            StoreMetrics metrics,
            Duration lockDeadline,
            int maxQueuedWrites,
            Commit commit,
            LongSupplier nanoTime,
            ThreadFactory threads) {
        this.unstored = connections.unstored();
        this.session = new WriterSession(connections, first);
        this.retry = retry;
        this.turns = turns;
        this.counters = counters;
        this.faults = faults;
        this.metrics = metrics;
        this.lockDeadline = lockDeadline;
        this.nanoTime = nanoTime;
        this.commit = commit;
        this.settling =
                new SettleCommit(session, retry, commit, () -> Deadline.in(lockDeadline, nanoTime));
        this.marks = new WriterMarks(ProcessHandle.current().pid() + "-" + nanoTime.getAsLong());
        this.queue = new WriteQueue(maxQueuedWrites);
        this.thread = threads.newThread(() -> InsideWrite.during(this::writeUntilClosed));
        thread.start();
    }

    /**
     * Runs a unit and returns when it is durable.
     *
     * @throws RepositoryException with reason {@link Reason#MISUSE} if called inside a unit or a
     *     read, where it would wait for itself, or if queued behind a change that waits for another
     *     thread
     */
    public <T> T write(WriteUnit<T> unit) {
        InsideWrite.refuse("a write was started");
        InsideRead.refuse("a write was started");
        Deadline deadline = Deadline.in(lockDeadline, nanoTime);
        PendingWrite<T> write = new PendingWrite<>(unit);
        queue.add(write, deadline);
        if (lastWrites == 1) {
            spin(write);
        }
        try {
            return write.await(deadline, new StuckChange(thread), () -> tooLate(write));
        } catch (RepositoryException failure) {
            faults.report(failure);
            throw failure;
        }
    }

    /** Returns the restrictions in force in this process that are not stored. */
    public UnstoredRestrictions unstored() {
        return unstored;
    }

    /** Returns the number of queued units. */
    public int queued() {
        return queue.size();
    }

    /** Returns the number of commits. */
    public long commits() {
        return commits.get();
    }

    /** Requests maintenance on the writer's connection between two commits, when no write runs. */
    public void runSoon(Maintenance requested) {
        maintenance.set(requested);
    }

    /**
     * Requests a new connection for the next commit, in case a fault has broken the current one.
     */
    public void reopenSoon() {
        reopenRequested.set(true);
    }

    /** Writes the queued units and stops. */
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
        if (session.lockedOut()) {
            counters.timedOut();
            return new RepositoryException(
                    Reason.LOCK_TIMEOUT,
                    "another process held the database's write lock for "
                            + lockDeadline.toMillis()
                            + " ms; nothing is stored");
        }
        if (settling.running() || session.lost()) {
            return new RepositoryException(
                    Reason.IO_ERROR,
                    "the database failed during an earlier write and did not answer again within "
                            + lockDeadline.toMillis()
                            + " ms: check its disk or server; nothing is stored");
        }
        return new RepositoryException(
                Reason.OVERLOADED,
                "the write waited "
                        + lockDeadline.toMillis()
                        + " ms behind other writes; nothing is stored");
    }

    private void writeUntilClosed() {
        while (queue.awaitWork()) {
            if (reopenRequested.getAndSet(false)) {
                session.renew();
            }
            turns.during(this::commit);
            Maintenance requested = maintenance.getAndSet(null);
            if (requested != null) {
                run(requested);
            }
        }
        session.close();
        turns.close();
    }

    private void commit() {
        long began = nanoTime.getAsLong();
        metrics.queued(queue.size());
        WriteBatch stored =
                new GroupCommit(session, queue, retry, commit, marks, settling, faults).commit();
        if (stored.writes() > 0) {
            long took = nanoTime.getAsLong() - began;
            metrics.committed(stored.writes(), stored.orders(), Duration.ofNanos(took));
            commits.incrementAndGet();
            lastWrites = stored.writes();
            yieldToCallers(stored.writes(), took);
        }
    }

    /**
     * Spins for about the duration of a commit if the caller is alone, because waking it would cost
     * another fifth of that. Virtual threads do not spin, because they would block their carrier.
     */
    @SuppressWarnings("ThreadPriorityCheck") // only a hint; without it the wait still ends
    private void spin(PendingWrite<?> write) {
        if (Thread.currentThread().isVirtual()) {
            return;
        }
        long began = nanoTime.getAsLong();
        while (!write.ended() && nanoTime.getAsLong() - began < MAX_SPIN_NANOS) {
            Thread.yield();
        }
    }

    /**
     * Yields briefly before the next commit, at most one eighth of the last commit's duration, so
     * that the callers just served can join the next group. No thread needs to be woken meanwhile.
     */
    @SuppressWarnings("ThreadPriorityCheck") // only a hint; without it the wait still ends
    private void yieldToCallers(int lastWrites, long lastTookNanos) {
        long wait = Math.min(lastTookNanos / YIELD_DIVISOR, MAX_YIELD_NANOS);
        long began = nanoTime.getAsLong();
        while (queue.size() < lastWrites && nanoTime.getAsLong() - began < wait) {
            Thread.yield();
        }
    }

    private void run(Maintenance requested) {
        try {
            requested.on(session.open());
        } catch (SQLException failure) {
            LOG.warn("maintenance between two commits: {}", failure.getMessage());
        }
    }

    /** Maintenance between two commits. */
    @FunctionalInterface
    public interface Maintenance {
        /** Runs on the writer's connection, outside a transaction. */
        void on(Session session) throws SQLException;
    }
}
