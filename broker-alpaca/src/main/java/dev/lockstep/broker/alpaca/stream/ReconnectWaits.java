package dev.lockstep.broker.alpaca.stream;

import dev.lockstep.domain.value.InvalidValueException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Reconnect backoff: doubles after each failure, with a random factor between one half and one so
 * that clients do not reconnect simultaneously.
 *
 * @param first the wait after the first failure
 * @param last the longest wait
 */
public record ReconnectWaits(Duration first, Duration last) {
    private static final int MAX_DOUBLINGS = 16;

    public ReconnectWaits {
        if (first.toMillis() < 1 || first.compareTo(last) > 0) {
            throw new InvalidValueException("firstReconnectWait", first, ">= 1 ms, <= " + last);
        }
    }

    /** Returns the defaults: one second, doubling up to one minute. */
    public static ReconnectWaits defaults() {
        return new ReconnectWaits(Duration.ofSeconds(1), Duration.ofMinutes(1));
    }

    Duration after(int failures, RandomGenerator random) {
        long doubled = first.toMillis() << Math.min(failures, MAX_DOUBLINGS);
        long millis = Math.min(doubled, last.toMillis());
        return Duration.ofMillis(random.nextLong(Math.ceilDiv(millis, 2), millis + 1));
    }
}
