package dev.lockstep.app.web.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent to one client. Whoever puts something in never waits: a client that does
 * not keep up is cut off, and comes back by itself.
 */
public final class Listener {
    /**
     * More than {@link OrderChangeEvent} hands over at once, so that a burst drops nobody who
     * reads.
     */
    private static final int MAX_WAITING_FRAMES = 8_192;

    private static final int MAX_FRAMES_AT_ONCE = 64;

    private final BlockingQueue<SseEvent> waiting = new ArrayBlockingQueue<>(MAX_WAITING_FRAMES);
    private final Runnable cut;
    private final long seq;
    private volatile boolean ended;

    /**
     * Begins to wait.
     *
     * @param seq the place after which this client is told of orders
     * @param cut closes the client's connection, from any thread
     */
    Listener(long seq, Runnable cut) {
        this.seq = seq;
        this.cut = cut;
    }

    /** The place after which this client is told of orders. */
    long seq() {
        return seq;
    }

    /** Puts frames in; false where the client does not keep up and has been cut off. */
    boolean offer(List<SseEvent> frames) {
        for (SseEvent frame : frames) {
            if (!waiting.offer(frame)) {
                end();
                cut.run();
                return false;
            }
        }
        return true;
    }

    /** Lets the client's thread come to its end. */
    void end() {
        ended = true;
        boolean _ = waiting.offer(SseEvent.heartbeat());
    }

    /** Whether it is over. */
    boolean ended() {
        return ended;
    }

    /** What waits, once something does; empty where nothing came for so long. */
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
