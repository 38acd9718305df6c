package dev.lockstep.broker.alpaca.stream;

import dev.lockstep.domain.value.InvalidValueException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before connecting again: twice as long after each failure, and each time
 * something between half of that and all of it, so that many clients do not come back at once.
 *
 * @param first after the first failure
 * @param last the longest
 */
public record ReconnectWaits(Duration first, Duration last) {
    private static final int MAX_DOUBLINGS = 16;

    public ReconnectWaits {
        if (first.toMillis() < 1 || first.compareTo(last) > 0) {
            throw new InvalidValueException("firstReconnectWait", first, ">= 1 ms, <= " + last);
        }
    }

    /** One second, doubling to a minute. */
    public static ReconnectWaits defaults() {
        return new ReconnectWaits(Duration.ofSeconds(1), Duration.ofMinutes(1));
    }

    Duration after(int failures, RandomGenerator random) {
        long doubled = first.toMillis() << Math.min(failures, MAX_DOUBLINGS);
        long millis = Math.min(doubled, last.toMillis());
        return Duration.ofMillis(random.nextLong(Math.ceilDiv(millis, 2), millis + 1));
    }
}
