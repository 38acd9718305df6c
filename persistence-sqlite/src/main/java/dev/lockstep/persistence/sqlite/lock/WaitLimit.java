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
                watchOnce();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void watchOnce() throws InterruptedException {
        if (!waiting) {
            changed.await();
            return;
        }
        long left = longestNanos - (nanoTime.getAsLong() - began);
        if (left <= 0) {
            waiting = false;
            breakOff.run();
            return;
        }
        // A wait that ends meanwhile needs no signal: the next look finds none, or a younger one.
        long unused = changed.awaitNanos(left);
    }
}
