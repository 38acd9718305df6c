package dev.lockstep.simulator.server.venue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Time of the last use of the server; an open stream counts as permanent use. Thread-safe. */
public final class IdleTimer {
    private final InstantSource clock;
    private final AtomicReference<Instant> last;
    private final AtomicInteger streams = new AtomicInteger();

    public IdleTimer(InstantSource clock) {
        this.clock = clock;
        this.last = new AtomicReference<>(clock.instant());
    }

    /** Returns whether the server has been unused for at least this long. */
    public boolean idleFor(Duration time) {
        return streams.get() == 0 && !last.get().plus(time).isAfter(clock.instant());
    }

    public void touch() {
        last.set(clock.instant());
    }

    public void streamOpened() {
        streams.incrementAndGet();
        touch();
    }

    public void streamClosed() {
        streams.decrementAndGet();
        touch();
    }
}
