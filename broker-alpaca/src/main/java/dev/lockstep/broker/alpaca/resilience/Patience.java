package dev.lockstep.broker.alpaca.resilience;

import dev.lockstep.domain.value.InvalidValueException;
import java.time.Duration;
import java.util.List;

/**
 * How often and how long a request waits for another try.
 *
 * @param throttleWaits the waits after a 429, one for each further try, unless the server names its
 *     own
 * @param longestWait the longest wait that a server may ask for, and the longest for the budget; if
 *     it is more, the caller hears so at once
 * @param longestThrottling how long a throttled request is tried in all
 * @param readTries how often a question is asked in all
 * @param firstReadWait the wait before a question's second try; each further one is twice as long
 * @param lastReadWait the longest wait between two tries of a question
 */
public record Patience(
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

    public Patience {
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

    /** One, three and ten seconds after a 429; four tries of a question within two seconds. */
    public static Patience defaults() {
        return new Patience(
                THROTTLE_WAITS,
                LONGEST_WAIT,
                LONGEST_THROTTLING,
                READ_TRIES,
                FIRST_READ_WAIT,
                LAST_READ_WAIT);
    }
}
