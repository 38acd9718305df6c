package dev.lockstep.broker.alpaca.resilience;

import dev.lockstep.domain.value.InvalidValueException;
import java.time.Duration;
import java.util.List;

/**
 * Retry limits and waits.
 *
 * @param throttleWaits the waits after a 429, one per retry, unless the server specifies its own
 * @param longestWait the longest wait accepted from the server or for the budget; if more is
 *     needed, the request fails immediately
 * @param longestThrottling the total time a throttled request is retried
 * @param readTries the maximum number of attempts of a query
 * @param firstReadWait the wait before a query's first retry; it doubles with each further retry
 * @param lastReadWait the longest wait between two attempts of a query
 */
public record RetrySchedule(
        List<Duration> throttleWaits,
        Duration longestWait,
        Duration longestThrottling,
        int readTries,
        Duration firstReadWait,
        Duration lastReadWait) {
    private static final List<Duration> THROTTLE_WAITS =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(10));
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_THROTTLING = Duration.ofSeconds(20);
    private static final int READ_TRIES = 4;
    private static final Duration FIRST_READ_WAIT = Duration.ofMillis(250);
    private static final Duration LAST_READ_WAIT = Duration.ofSeconds(4);

    public RetrySchedule {
        throttleWaits = List.copyOf(throttleWaits);
        if (throttleWaits.isEmpty()) {
            throw new InvalidValueException("throttleWaits", throttleWaits, "at least one");
        }
        if (readTries < 1) {
            throw new InvalidValueException("readTries", readTries, ">= 1");
        }
        if (!firstReadWait.isPositive() || firstReadWait.compareTo(lastReadWait) >= 0) {
            throw new InvalidValueException("firstReadWait", firstReadWait, "> 0, < lastReadWait");
        }
    }

    /**
     * Returns the defaults: one, three and ten seconds after a 429; four attempts of a query within
     * two seconds.
     */
    public static RetrySchedule defaults() {
        return new RetrySchedule(
                THROTTLE_WAITS,
                LONGEST_WAIT,
                LONGEST_THROTTLING,
                READ_TRIES,
                FIRST_READ_WAIT,
                LAST_READ_WAIT);
    }
}
