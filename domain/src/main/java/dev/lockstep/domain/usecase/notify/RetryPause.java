package dev.lockstep.domain.usecase.notify;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The pause after failed attempts: doubled with each one, up to a bound. */
final class RetryPause {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration LONGEST_REQUESTED = Duration.ofHours(1);
    private static final int MAX_DOUBLINGS = 8;

    private RetryPause() {}

    /**
     * Returns the pause before the next attempt.
     *
     * @param failures the number of failed attempts, at least 1
     * @param requested the pause that the channel asks for, null if it names none
     */
    static Duration after(int failures, @Nullable Duration requested) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
        Duration own = shorter(doubled, LONGEST);
        Duration asked = requested == null ? own : shorter(requested, LONGEST_REQUESTED);
        return asked.compareTo(own) > 0 ? asked : own;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
