package dev.lockstep.persistence.sql.write;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.sql.lock.Deadline;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Bounded FIFO queue of write units.
 *
 * <p>Units stay here, where their callers can withdraw them, until the writer holds the lock.
 */
final class WriteQueue {
    /** Maximum number of orders per commit, unless a single unit has more. */
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

    /** Adds a unit; waits for capacity until the deadline. */
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

    /** Removes a unit that its caller withdrew. */
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

    /** Waits for units; returns false once the queue is closed and empty. */
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

    /** Takes the units to be committed together. */
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

    /** Returns the number of queued units. */
    int size() {
        return length;
    }

    /** Closes the queue to new units; queued ones are still written. */
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
                                    + " writes are queued and none finished in time: send"
                                    + " fewer at once");
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RepositoryException(
                    Reason.INTERRUPTED,
                    "interrupted while the write was queued; nothing is stored",
                    interrupted);
        }
        if (closed) {
            throw new RepositoryException(Reason.CLOSED, "the repository is closed");
        }
    }
}
