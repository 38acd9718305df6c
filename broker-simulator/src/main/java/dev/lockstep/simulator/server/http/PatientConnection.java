package dev.lockstep.simulator.server.http;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * A connection with a timeout for each whole request and each whole response. An idle timeout alone
 * would keep a client that sends or reads a byte now and then connected for days.
 */
public final class PatientConnection extends SocketChannelEndPoint {
    private static final long NOT_WAITING = 0;

    private final Duration forRequest;
    private final Duration forAnswer;
    private final Supplier<ByteBuffer> tooSlow;
    private final ReadsInProgress reads;
    private volatile long since = NOT_WAITING;
    private volatile long answering = NOT_WAITING;
    private volatile boolean stream;
    private volatile Runnable afterwards = () -> {};

    /**
     * Wraps an accepted connection.
     *
     * @param reads counts this connection while its bytes are handled
     * @param tooSlow supplies the response to a request that took too long
     */
    PatientConnection(
            SocketChannel channel,
            ManagedSelector selector,
            SelectionKey key,
            Scheduler scheduler,
            ConnectionLimits patience,
            ReadsInProgress reads,
            Supplier<ByteBuffer> tooSlow) {
        super(channel, selector, key, scheduler);
        this.forRequest = patience.request();
        this.forAnswer = patience.answer();
        this.reads = reads;
        this.tooSlow = tooSlow;
    }

    /** Notes that a request was read completely. The timeout starts again with the next request. */
    void requestRead() {
        since = NOT_WAITING;
        answering = NOT_WAITING;
    }

    /**
     * Runs a task once or more after the connection has closed, at once if it is closed already.
     */
    public void whenClosed(Runnable work) {
        afterwards = work;
        if (!isOpen()) {
            work.run();
        }
    }

    @Override
    public @Nullable Runnable onSelected() {
        Runnable task = super.onSelected();
        return task == null ? null : reads.counted(task);
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        int bytes = super.fill(buffer);
        if (bytes <= 0 || stream) {
            return bytes;
        }
        if (since == NOT_WAITING) {
            since = NanoTime.now() | 1;
        } else if (NanoTime.since(since) > forRequest.toNanos()) {
            EOFException enough = new EOFException("request exceeded its timeout of " + forRequest);
            refuse(enough);
            throw enough;
        }
        return bytes;
    }

    @Override
    public boolean flush(ByteBuffer... buffers) throws IOException {
        if (!stream && answering == NOT_WAITING) {
            answering = NanoTime.now() | 1;
        } else if (!stream && NanoTime.since(answering) > forAnswer.toNanos()) {
            EOFException enough = new EOFException("response exceeded its timeout of " + forAnswer);
            close(enough);
            throw enough;
        }
        return super.flush(buffers);
    }

    /** Lifts the timeouts: the response of the current request has no end. */
    public void becomesStream() {
        stream = true;
    }

    @Override
    public void upgrade(Connection next) {
        stream = true;
        super.upgrade(next);
    }

    @Override
    public void onClose(@Nullable Throwable reason) {
        try {
            super.onClose(reason);
        } finally {
            afterwards.run();
        }
    }

    /**
     * Responds to an incomplete request before closing; closes an idle connection without a
     * response.
     */
    @Override
    protected void onIdleExpired(TimeoutException timeout) {
        if (since != NOT_WAITING && !stream) {
            refuse(timeout);
        } else {
            super.onIdleExpired(timeout);
        }
    }

    private void refuse(Exception reason) {
        try {
            flush(tooSlow.get());
        } catch (IOException clientGone) {
            reason.addSuppressed(clientGone);
        }
        close(reason);
    }
}
