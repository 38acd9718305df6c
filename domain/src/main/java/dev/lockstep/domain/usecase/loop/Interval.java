package dev.lockstep.domain.usecase.loop;

import dev.lockstep.domain.port.MonotonicClock;
import java.time.Duration;

/** The time since a job last began, by the monotonic clock: a set wall clock delays no job. */
final class Interval {
    private final MonotonicClock clock;
    private boolean begun;
    private long last;

    Interval(MonotonicClock clock) {
        this.clock = clock;
    }

    /** Returns whether the job is due: never started, or started this long ago. */
    boolean passed(Duration every) {
        return !begun || clock.nanoTime() - last >= every.toNanos();
    }

    /** Records the start of the job. */
    void begin() {
        begun = true;
        last = clock.nanoTime();
    }
}
