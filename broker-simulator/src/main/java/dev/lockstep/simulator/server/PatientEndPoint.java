package dev.lockstep.simulator.server;

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
 * A connection that gives a client so long for a whole request, and so long to take its answer: one
 * that sends or takes a byte now and then is never idle, and would hold its place for days.
 */
final class PatientEndPoint extends SocketChannelEndPoint {
    private static final long NOT_WAITING = 0;

    private final Duration forRequest;
    private final Duration forAnswer;
    private final Supplier<ByteBuffer> tooSlow;
    private volatile long since = NOT_WAITING;
    private volatile long answering = NOT_WAITING;
    private volatile boolean stream;
    private volatile Runnable afterwards = () -> {};

    /**
     * Wraps an accepted connection.
     *
     * @param tooSlow the answer to a request that took too long
     */
    PatientEndPoint(
            SocketChannel channel,
            ManagedSelector selector,
            SelectionKey key,
            Scheduler scheduler,
            Patience patience,
            Supplier<ByteBuffer> tooSlow) {
        super(channel, selector, key, scheduler);
        this.forRequest = patience.request();
        this.forAnswer = patience.answer();
        this.tooSlow = tooSlow;
    }

    /** To be told when a request is in whole: the clock starts anew with the next. */
    void requestRead() {
        since = NOT_WAITING;
        answering = NOT_WAITING;
    }

    /** Does something, once or more, when the connection has closed, or now if it already has. */
    void whenClosed(Runnable work) {
        afterwards = work;
        if (!isOpen()) {
            work.run();
        }
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
            EOFException enough = new EOFException("request took longer than " + forRequest);
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
            EOFException enough = new EOFException("answer took longer than " + forAnswer);
            close(enough);
            throw enough;
        }
        return super.flush(buffers);
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

    /** Half a request is answered before the connection closes; an idle one just closes. */
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
