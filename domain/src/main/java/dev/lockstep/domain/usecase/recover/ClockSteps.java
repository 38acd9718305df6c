package dev.lockstep.domain.usecase.recover;

import dev.lockstep.domain.port.PlatformClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Compares the wall clock with the monotonic one: where they move apart, the wall clock was set or
 * the machine was suspended. For one thread at a time.
 */
public final class ClockSteps {
    /** A time server slews small differences slower than this between two measurements. */
    static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final PlatformClock clock;
    private Instant wall;
    private long nanos;
    private boolean stepped;
    private long evenSince;

    /**
     * Begins to measure. A step since the clock was created counts as one found now: a loop that
     * takes over in this process must not trust timestamps that were written before it.
     */
    public ClockSteps(PlatformClock clock) {
        this.clock = clock;
        this.stepped = clock.drift().abs().compareTo(TOLERANCE) > 0;
        this.wall = clock.instant();
        this.nanos = clock.nanoTime();
        this.evenSince = nanos;
    }

    /** Returns how far the wall clock moved against the monotonic one; empty if it did not. */
    public Optional<Duration> measure() {
        long nowNanos = clock.nanoTime();
        Instant nowWall = clock.instant();
        Duration step = Duration.between(wall, nowWall).minusNanos(nowNanos - nanos);
        wall = nowWall;
        nanos = nowNanos;
        if (step.abs().compareTo(TOLERANCE) <= 0) {
            return Optional.empty();
        }
        stepped = true;
        evenSince = nowNanos;
        return Optional.of(step);
    }

    /** Returns whether no step was found within this time. */
    public boolean evenFor(Duration span) {
        return !stepped || measuredEvenFor(span);
    }

    /** Whether it has measured for this time and found no step within it. */
    public boolean measuredEvenFor(Duration span) {
        return clock.since(evenSince).compareTo(span) >= 0;
    }
}
