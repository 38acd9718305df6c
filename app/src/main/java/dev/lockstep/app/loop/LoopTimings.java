package dev.lockstep.app.loop;

import dev.lockstep.app.config.Timings;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Duration;

/**
 * How long the parts of running the loop take.
 *
 * @param tick how long the loop pauses between two looks at what is due
 * @param look how often the watchdog looks, and one who stands by
 * @param term for how long the loop is owned unless that is renewed; others take over after it
 * @param late after how long without a sign of life the loop is begun anew
 * @param ending how long a loop that is to end may go on with what it is at
 */
public record LoopTimings(
        Duration tick, Duration look, Duration term, Duration late, Duration ending) {
    /** A loop that waits for answers is not late; this many time-outs in a row are. */
    private static final int CALLS_IN_A_ROW = 8;

    public LoopTimings {
        if (term.compareTo(look.multipliedBy(2)) <= 0) {
            throw new InvalidValueException("term", term, "> twice the look, " + look);
        }
    }

    /** What suits a broker with these times. */
    public static LoopTimings of(Timings timings) {
        return new LoopTimings(
                Duration.ofMillis(200),
                Duration.ofMillis(500),
                Duration.ofSeconds(6),
                timings.callTimeout().multipliedBy(CALLS_IN_A_ROW),
                Duration.ofSeconds(5));
    }
}
