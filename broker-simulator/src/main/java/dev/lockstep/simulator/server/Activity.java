package dev.lockstep.simulator.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Time of the last use of the server; an open stream counts as permanent use. Thread-safe. */
public final class Activity {
    private final InstantSource clock;
    private final AtomicReference<Instant> last;
    private final AtomicInteger streams = new AtomicInteger();

    public Activity(InstantSource clock) {
        this.clock = clock;
        this.last = new AtomicReference<>(clock.instant());
    }

    /** Returns whether the server has been unused for at least this long. */
    public boolean idleFor(Duration time) {
        return streams.get() == 0 && !last.get().plus(time).isAfter(clock.instant());
    }

    void touch() {
        last.set(clock.instant());
    }

    void streamOpened() {
        streams.incrementAndGet();
        touch();
    }

    void streamClosed() {
        streams.decrementAndGet();
        touch();
    }
}
