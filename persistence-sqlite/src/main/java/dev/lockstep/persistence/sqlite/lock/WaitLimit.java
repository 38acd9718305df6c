package dev.lockstep.persistence.sqlite.lock;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Ends a wait for another process that lasts too long: a lock of the operating system has no
 * deadline of its own. Thread-safe.
 */
final class WaitLimit implements AutoCloseable {
    private final long longestNanos;
    private final LongSupplier nanoTime;
    private final Runnable breakOff;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean waiting;
    private boolean closed;
    private long began;

    /**
     * Starts the thread that watches.
     *
     * @param breakOff ends the wait
     */
    WaitLimit(long longestNanos, LongSupplier nanoTime, Runnable breakOff, ThreadFactory threads) {
        this.longestNanos = longestNanos;
        this.nanoTime = nanoTime;
        this.breakOff = breakOff;
        threads.newThread(this::watch).start();
    }

    /** Notes that a wait begins, unless one has begun. */
    void begin() {
        lock.lock();
        try {
            if (!waiting) {
                waiting = true;
                began = nanoTime.getAsLong();
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Notes that no wait lasts. */
    void end() {
        lock.lock();
        try {
            waiting = false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void watch() {
        lock.lock();
        try {
            while (!closed) {
                awaitWait();
                awaitItsEnd();
                if (waiting && !closed) {
                    waiting = false;
                    breakOff.run();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void awaitWait() throws InterruptedException {
        while (!waiting && !closed) {
            changed.await();
        }
    }

    /**
     * Returns when the wait has ended or lasts too long; an end is noticed then, without a signal.
     */
    private void awaitItsEnd() throws InterruptedException {
        while (waiting && !closed && nanosLeft() > 0) {
            var _ = changed.awaitNanos(nanosLeft());
        }
    }

    private long nanosLeft() {
        return longestNanos - (nanoTime.getAsLong() - began);
    }
}
