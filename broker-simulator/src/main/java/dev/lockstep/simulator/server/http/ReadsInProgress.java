package dev.lockstep.simulator.server.http;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * Number of connections whose received bytes are being handled, from the moment at which the
 * selector has seen them. A request that waits for a thread counts, before any handler runs.
 * Thread-safe.
 */
public final class ReadsInProgress {
    private final AtomicInteger count = new AtomicInteger();

    /** Returns whether there are none. */
    public boolean none() {
        return count.get() == 0;
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
                count.decrementAndGet();
            }
        }
    }
}
