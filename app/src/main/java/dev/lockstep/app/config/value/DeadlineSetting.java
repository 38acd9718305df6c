package dev.lockstep.app.config.value;

import dev.lockstep.domain.port.MonotonicClock;
import java.time.Duration;

/**
 * The end of a wait by the monotonic clock: a set wall clock neither cuts it short nor extends it.
 */
public final class DeadlineSetting {
    private final MonotonicClock clock;
    private final long began;
    private final Duration time;

    private DeadlineSetting(MonotonicClock clock, Duration time) {
        this.clock = clock;
        this.began = clock.nanoTime();
        this.time = time;
    }

    /** Ends the given time from now. */
    public static DeadlineSetting after(Duration time, MonotonicClock clock) {
        return new DeadlineSetting(clock, time);
    }

    /** Returns whether the time is over. */
    public boolean passed() {
        return clock.since(began).compareTo(time) >= 0;
    }
}
