package dev.lockstep.app.prove.fuzz.parser;

import dev.lockstep.domain.port.PlatformClock;
import java.time.Duration;
import java.time.Instant;

/** A clock that moves only by {@link #move}, so that an input has the same time on each machine. */
final class FuzzClock implements PlatformClock {
    /** On a Monday, with the market open. */
    private static final Instant START = Instant.parse("2026-01-05T15:00:00Z");

    private long nanos;

    void move(Duration span) {
        nanos += span.toNanos();
    }

    @Override
    public Instant instant() {
        return START.plusNanos(nanos);
    }

    @Override
    public long nanoTime() {
        return nanos;
    }
}
