package dev.lockstep.app.loop;

import dev.lockstep.app.config.Timings;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Duration;

/**
 * Durations of running the loop.
 *
 * @param tick the pause between two ticks
 * @param watchdogEvery the interval of the watchdog, and of a process that stands by
 * @param term the term of the lease; others take over after it
 * @param late the time without a sign of life after which the loop is restarted
 * @param ending the time that a loop may take to end
 */
public record LoopTimings(
        Duration tick, Duration watchdogEvery, Duration term, Duration late, Duration ending) {
    /** A loop that waits for answers is not late; this many time-outs in a row are. */
    private static final int CALLS_IN_A_ROW = 8;

    public LoopTimings {
        if (term.compareTo(watchdogEvery.multipliedBy(2)) <= 0) {
            throw new InvalidValueException(
                    "term", term, "> twice the interval of the watchdog, " + watchdogEvery);
        }
    }

    /** Returns the durations for these timeouts. */
    public static LoopTimings of(Timings timings) {
        return new LoopTimings(
                Duration.ofMillis(200),
                Duration.ofMillis(500),
                Duration.ofSeconds(6),
                timings.callTimeout().multipliedBy(CALLS_IN_A_ROW),
                Duration.ofSeconds(5));
    }
}
