package dev.lockstep.persistence.sqlite.write;

import dev.lockstep.domain.port.RepositoryException;
import dev.lockstep.domain.port.RepositoryException.Reason;
import dev.lockstep.persistence.sqlite.lock.Deadline;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Units that wait for the writer, first come first served, so many and no more.
 *
 * <p>They stay here, where their callers can withdraw them, until the writer has the lock.
 */
final class WriteQueue {
    /** The most orders in one commit, unless a single unit has more. */
    static final int MAX_GROUP_ORDERS = 2_048;

    private final int capacity;
    private final ArrayDeque<PendingWrite<?>> waiting = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Condition emptied = lock.newCondition();
    private volatile int length;
    private boolean closed;

    WriteQueue(int capacity) {
        this.capacity = capacity;
    }

    /** Queues a unit; waits for room until the deadline. */
    void add(PendingWrite<?> write, Deadline deadline) {
        lock.lock();
        try {
            awaitRoom(deadline);
            waiting.add(write);
            length = waiting.size();
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Takes a unit out whose caller gave up. */
    void remove(PendingWrite<?> write) {
        lock.lock();
        try {
            waiting.remove(write);
            length = waiting.size();
            emptied.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is something to write; false once it is closed and empty. */
    boolean awaitWork() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                filled.awaitUninterruptibly();
            }
            return !waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Takes the units that are to be committed together. */
    List<PendingWrite<?>> take() {
        List<PendingWrite<?>> group = new ArrayList<>();
        lock.lock();
        try {
            int orders = 0;
            while (!waiting.isEmpty()
                    && (group.isEmpty()
                            || orders + waiting.element().orders() <= MAX_GROUP_ORDERS)) {
                PendingWrite<?> next = waiting.remove();
                if (next.take()) {
                    orders += next.orders();
                    group.add(next);
                }
            }
            length = waiting.size();
            emptied.signalAll();
        } finally {
            lock.unlock();
        }
        return group;
    }

    /** How many wait. */
    int size() {
        return length;
    }

    /** Lets nothing in any more; what waits is still written. */
    void close() {
        lock.lock();
        try {
            closed = true;
            filled.signalAll();
            emptied.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitRoom(Deadline deadline) {
        try {
            while (!closed && waiting.size() >= capacity) {
                if (emptied.awaitNanos(deadline.nanosLeft()) <= 0) {
                    throw new RepositoryException(
                            Reason.OVERLOADED,
                            capacity
                                    + " writes are waiting and none could be made in time: send"
                                    + " fewer at once");
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RepositoryException(
                    Reason.INTERRUPTED,
                    "interrupted while the write waited; nothing is stored",
                    interrupted);
        }
        if (closed) {
            throw new RepositoryException(Reason.CLOSED, "the repository is closed");
        }
    }
}
