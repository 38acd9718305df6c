package dev.lockstep.domain.port;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Both clocks of the platform: the wall clock for timestamps, which a person or a time server may
 * set in either direction, and the monotonic clock for spans.
 */
public interface PlatformClock extends InstantSource, MonotonicClock {
    /**
     * Returns how far the wall clock has moved against the monotonic one since this clock was
     * created: what it was set by, and the time that the machine was suspended. Zero for a clock
     * that cannot know.
     */
    default Duration drift() {
        return Duration.ZERO;
    }

    /** Returns a clock of these two; create one for the process, so that its drift is known. */
    static PlatformClock of(InstantSource wall, MonotonicClock monotonic) {
        Instant began = wall.instant();
        long beganNanos = monotonic.nanoTime();
        return new PlatformClock() {
            @Override
            public Duration drift() {
                return Duration.between(began, wall.instant()).minus(monotonic.since(beganNanos));
            }

            @Override
            public Instant instant() {
                return wall.instant();
            }

            @Override
            public long nanoTime() {
                return monotonic.nanoTime();
            }
        };
    }

    /**
     * Returns the given clock where it is both; otherwise its wall time measures spans too, which a
     * set clock falsifies.
     */
    static PlatformClock of(InstantSource clock) {
        return clock instanceof PlatformClock both
                ? both
                : of(clock, () -> Duration.between(Instant.EPOCH, clock.instant()).toNanos());
    }
}
