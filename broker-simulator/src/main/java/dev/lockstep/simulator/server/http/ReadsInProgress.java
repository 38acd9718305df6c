package dev.lockstep.simulator.server.http;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * Number of connections whose received bytes are being handled, from the moment at which the
 * selector has seen them. A request that waits for a thread counts, before any handler runs.
 * Thread-safe.
 */
public final class ReadsInProgress {
    private final AtomicInteger count = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition another = lock.newCondition();
    private long ended;

    /** Returns whether there are none. */
    public boolean none() {
        return count.get() == 0;
    }

    /** Returns the number of reads that have ended. */
    public long ended() {
        lock.lock();
        try {
            return ended;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until further reads have ended.
     *
     * @param before the number of ended reads that the caller has seen
     * @param most the longest wait
     */
    public void awaitEnd(long before, Duration most) throws InterruptedException {
        lock.lock();
        try {
            long left = most.toNanos();
            while (ended == before && left > 0) {
                left = another.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void countEnd() {
        count.decrementAndGet();
        lock.lock();
        try {
            ended++;
            another.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns a task of a connection that counts until it has run. */
    Runnable counted(Runnable task) {
        count.incrementAndGet();
        return new Counted(task);
    }

    private final class Counted implements Invocable.Task, Closeable {
        private final AtomicBoolean over = new AtomicBoolean();
        private final Runnable task;

        Counted(Runnable task) {
            this.task = task;
        }

        @Override
        public void run() {
            try {
                task.run();
            } finally {
                end();
            }
        }

        @Override
        public InvocationType getInvocationType() {
            return Invocable.getInvocationType(task);
        }

        /** Runs instead of the task if no thread takes it. */
        @Override
        public void close() throws IOException {
            end();
            if (task instanceof Closeable closeable) {
                closeable.close();
            }
        }

        private void end() {
            if (over.compareAndSet(false, true)) {
                countEnd();
            }
        }
    }
}
