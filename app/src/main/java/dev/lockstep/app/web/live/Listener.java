package dev.lockstep.app.web.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The queue of one client. Adding never waits: a client that does not keep up is disconnected, and
 * can reconnect.
 */
public final class Listener {
    /**
     * More than {@link OrderChangeEvent} adds at once, so that a burst disconnects no client that
     * reads.
     */
    private static final int MAX_WAITING_FRAMES = 8_192;

    private static final int MAX_FRAMES_AT_ONCE = 64;

    private final BlockingQueue<SseEvent> waiting = new ArrayBlockingQueue<>(MAX_WAITING_FRAMES);
    private final Runnable cut;
    private final long seq;
    private volatile boolean ended;

    /**
     * Creates a queue.
     *
     * @param seq the position after which this client receives orders
     * @param cut closes the client's connection, from any thread
     */
    Listener(long seq, Runnable cut) {
        this.seq = seq;
        this.cut = cut;
    }

    /** Returns the position after which this client receives orders. */
    long seq() {
        return seq;
    }

    /** Adds frames; returns false if the client does not keep up and was disconnected. */
    boolean offer(List<SseEvent> frames) {
        for (SseEvent frame : frames) {
            if (!waiting.offer(frame)) {
                end();
                disconnect();
                return false;
            }
        }
        return true;
    }

    /** Ends the client's thread. */
    void end() {
        ended = true;
        boolean _ = waiting.offer(SseEvent.heartbeat());
    }

    /** Closes the connection, so that a thread that waits to write to it goes on. */
    void disconnect() {
        cut.run();
    }

    /** Returns whether it is over. */
    boolean ended() {
        return ended;
    }

    /** Returns the queued events, waiting for the first; empty if none arrives in time. */
    List<SseEvent> next(Duration longest) throws InterruptedException {
        List<SseEvent> frames = new ArrayList<>();
        @Nullable SseEvent first = waiting.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            frames.add(first);
            waiting.drainTo(frames, MAX_FRAMES_AT_ONCE);
        }
        return frames;
    }
}
