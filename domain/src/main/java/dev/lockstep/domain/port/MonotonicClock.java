package dev.lockstep.domain.port;

import java.time.Duration;

/**
 * A clock that only goes forward, for spans: ages, intervals, deadlines. Its values mean nothing by
 * themselves and only differences of one process's values may be compared. Setting the machine's
 * clock does not move it; it may stand still while the machine is suspended.
 */
@FunctionalInterface
public interface MonotonicClock {
    /** Nanoseconds since some fixed moment of this process. */
    long nanoTime();

    /** Returns the time that has passed since an earlier value of {@link #nanoTime}. */
    default Duration since(long nanos) {
        return Duration.ofNanos(nanoTime() - nanos);
    }
}
