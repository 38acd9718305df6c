package dev.lockstep.persistence.sqlite.write;

import dev.lockstep.domain.port.InsideWrite;
import dev.lockstep.domain.port.RepositoryException;
import dev.lockstep.domain.port.RepositoryException.Reason;
import dev.lockstep.domain.port.StoreMetrics;
import dev.lockstep.persistence.sqlite.connection.Connections;
import dev.lockstep.persistence.sqlite.connection.Session;
import dev.lockstep.persistence.sqlite.connection.UnstoredRestrictions;
import dev.lockstep.persistence.sqlite.fault.Commit;
import dev.lockstep.persistence.sqlite.fault.Faults;
import dev.lockstep.persistence.sqlite.lock.Deadline;
import dev.lockstep.persistence.sqlite.lock.LockCounters;
import dev.lockstep.persistence.sqlite.lock.LockRetry;
import dev.lockstep.persistence.sqlite.read.InsideRead;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of this process: takes all units that wait, runs them in one transaction and
 * commits them with one write to the disk.
 *
 * <p>Callers may be virtual threads: only the writer's own thread enters SQLite. What waits is
 * taken only once the lock is held, so a caller can give up at any time before that.
 */
public final class Writer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final long MAX_COMPANY_WAIT_NANOS = 500_000;
    private static final long COMMITS_IN_COMPANY_WAIT = 8;
    private static final long MAX_WAIT_AWAKE_NANOS = 500_000;

    private final UnstoredRestrictions unstored;
    private final WriterSession session;
    private final LockRetry retry;
    private final LockCounters counters;
    private final Faults faults;
    private final StoreMetrics metrics;
    private final Duration lockDeadline;
    private final LongSupplier nanoTime;
    private final WriteQueue queue;
    private final Commit commit;
    private final String marked;
    private final Thread thread;
    private final AtomicBoolean checkpointWanted = new AtomicBoolean();
    private final AtomicBoolean reopenWanted = new AtomicBoolean();
    private final AtomicLong commits = new AtomicLong();
    private volatile int lastWrites;
    private long marks;

    /**
     * Starts the writer.
     *
     * @param first an open connection, the writer's from now on
     * @param faults is told of every failure
     * @param lockDeadline how long a caller waits in all
     * @param maxQueuedWrites how many callers may wait
     * @param commit commits a transaction
     */
    public Writer(
            Connections connections,
            Session first,
            LockRetry retry,
            LockCounters counters,
            Faults faults,
            StoreMetrics metrics,
            Duration lockDeadline,
            int maxQueuedWrites,
            Commit commit,
            LongSupplier nanoTime,
            ThreadFactory threads) {
        this.unstored = connections.unstored();
        this.session = new WriterSession(connections, first);
        this.retry = retry;
        this.counters = counters;
        this.faults = faults;
        this.metrics = metrics;
        this.lockDeadline = lockDeadline;
        this.nanoTime = nanoTime;
        this.commit = commit;
        this.marked = ProcessHandle.current().pid() + "-" + nanoTime.getAsLong() + "-";
        this.queue = new WriteQueue(maxQueuedWrites);
        this.thread = threads.newThread(() -> InsideWrite.during(this::writeUntilClosed));
        thread.start();
    }

    /**
     * Writes a unit and returns when it is durable.
     *
     * @throws RepositoryException with reason {@link Reason#MISUSE} from inside a unit or a read,
     *     where it would wait for itself, and behind a change that waits for another thread
     */
    public <T> T write(WriteUnit<T> unit) {
        InsideWrite.refuse("a write was begun");
        InsideRead.refuse("a write was begun");
        Deadline deadline = Deadline.in(lockDeadline, nanoTime);
        PendingWrite<T> write = new PendingWrite<>(unit);
        queue.add(write, deadline);
        if (lastWrites == 1) {
            awaitAwake(write);
        }
        try {
            return write.await(deadline, new StuckChange(thread), () -> tooLate(write));
        } catch (RepositoryException failure) {
            faults.saw(failure);
            throw failure;
        }
    }

    /** The restrictions that hold this process back and are not stored. */
    public UnstoredRestrictions unstored() {
        return unstored;
    }

    /** How many units wait. */
    public int queued() {
        return queue.size();
    }

    /** How many groups are durable. */
    public long commits() {
        return commits.get();
    }

    /**
     * Asks for a checkpoint between two groups. Beside the writer one never catches up with it; the
     * log begins anew only if all of it is carried over at a moment when nobody writes.
     */
    public void checkpointSoon() {
        checkpointWanted.set(true);
    }

    /** Asks for a fresh connection for the next group, in case a fault has spoiled this one. */
    public void reopenSoon() {
        reopenWanted.set(true);
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
        if (session.lockedOut()) {
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
            if (reopenWanted.getAndSet(false)) {
                session.renew();
            }
            commit();
            if (checkpointWanted.getAndSet(false)) {
                checkpoint();
            }
        }
        session.close();
    }

    private void commit() {
        long began = nanoTime.getAsLong();
        metrics.queued(queue.size());
        Group stored =
                new GroupCommit(session, queue, retry, commit, this::nextMark, faults).commit();
        if (stored.writes() > 0) {
            long took = nanoTime.getAsLong() - began;
            metrics.committed(stored.writes(), stored.orders(), Duration.ofNanos(took));
            commits.incrementAndGet();
            lastWrites = stored.writes();
            awaitCompany(stored.writes(), took);
        }
    }

    private String nextMark() {
        marks++;
        return marked + marks;
    }

    /**
     * A caller who is alone waits awake for about as long as a commit takes: to be woken would cost
     * him a fifth of it again. A virtual one does not, since he would keep others from his carrier.
     */
    @SuppressWarnings("ThreadPriorityCheck") // a hint is all it is: without it the wait still ends
    private void awaitAwake(PendingWrite<?> write) {
        if (Thread.currentThread().isVirtual()) {
            return;
        }
        long began = nanoTime.getAsLong();
        while (!write.ended() && nanoTime.getAsLong() - began < MAX_WAIT_AWAKE_NANOS) {
            Thread.yield();
        }
    }

    /**
     * Those who were just served often write again at once. They get a moment for it, an eighth of
     * what the last commit took at most, so that the next one is shared by all of them and not only
     * by the quickest; and while it is yielded to them no thread must be woken.
     */
    @SuppressWarnings("ThreadPriorityCheck") // a hint is all it is: without it the wait still ends
    private void awaitCompany(int lastWrites, long lastTookNanos) {
        long wait = Math.min(lastTookNanos / COMMITS_IN_COMPANY_WAIT, MAX_COMPANY_WAIT_NANOS);
        long began = nanoTime.getAsLong();
        while (queue.size() < lastWrites && nanoTime.getAsLong() - began < wait) {
            Thread.yield();
        }
    }

    private void checkpoint() {
        try {
            session.open().checkpoint();
        } catch (SQLException failure) {
            LOG.warn("checkpoint: {}", failure.getMessage());
        }
    }
}
