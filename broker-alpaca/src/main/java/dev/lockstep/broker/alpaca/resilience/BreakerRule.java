package dev.lockstep.broker.alpaca.resilience;

import dev.lockstep.domain.value.InvalidValueException;
import java.time.Duration;

/**
 * When the circuit breaker opens.
 *
 * @param failures how many of the last {@code outOf} requests must have failed
 * @param outOf how many requests are looked at
 * @param pause how long it stays open before one request tries again
 */
public record BreakerRule(int failures, int outOf, Duration pause) {
    private static final BreakerRule DEFAULT = new BreakerRule(10, 20, Duration.ofSeconds(5));

    public BreakerRule {
        if (failures < 1 || failures > outOf) {
            throw new InvalidValueException("breakerFailures", failures, "1 to " + outOf);
        }
        if (!pause.isPositive()) {
            throw new InvalidValueException("breakerPause", pause, "> 0");
        }
    }

    /** Ten of the last twenty, five seconds. */
    public static BreakerRule defaults() {
        return DEFAULT;
    }
}
