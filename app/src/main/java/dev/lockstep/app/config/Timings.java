package dev.lockstep.app.config;

import dev.lockstep.domain.value.InvalidValueException;
import java.time.Duration;

/**
 * How long things may take, all in one place because they hang on each other.
 *
 * @param callTimeout the longest one request to the broker takes
 * @param longestThrottling how long a change is held back and tried again, in all, because there
 *     were too many requests
 * @param grace how long after it was sent the broker's "no such order" becomes proof; longer than
 *     the longest send, or an order still on its way would be given up
 * @param settle how long orders without an answer are asked about before a command gives up on
 *     them; longer than the grace period, or none could be settled
 */
public record Timings(
        Duration callTimeout, Duration longestThrottling, Duration grace, Duration settle) {
    /** The folder's own simulator takes as many requests as come, so nothing is held back there. */
    private static final Timings LOOPBACK =
            new Timings(seconds(5), Duration.ZERO, seconds(6), seconds(20));

    /** The broker's adapter waits for its budget, and tries again for 20 s with waits of 15 s. */
    private static final Timings INTERNET =
            new Timings(seconds(10), seconds(50), seconds(75), seconds(100));

    public Timings {
        Duration longestSend = callTimeout.plus(longestThrottling);
        if (grace.compareTo(longestSend) <= 0) {
            throw new InvalidValueException(
                    "grace", words(grace), "> the longest send, " + words(longestSend));
        }
        if (settle.compareTo(grace) <= 0) {
            throw new InvalidValueException("settle", words(settle), "> grace, " + words(grace));
        }
    }

    /** The times for the folder's own simulator. */
    public static Timings ofOwnSimulator() {
        return LOOPBACK;
    }

    /** The times for a broker that is somewhere else. */
    public static Timings ofBroker() {
        return INTERNET;
    }

    private static String words(Duration time) {
        return TimeSpan.words(time);
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
