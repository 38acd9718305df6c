package dev.lockstep.broker.alpaca.resilience;

import dev.lockstep.domain.value.InvalidValueException;
import java.time.Duration;

/**
 * Thresholds of the circuit breaker.
 *
 * @param failures how many of the last {@code outOf} requests must fail to open it
 * @param outOf the number of most recent requests considered
 * @param pause how long it stays open before a trial request
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

    /** Returns the defaults: 10 failures of the last 20 requests, five seconds. */
    public static BreakerRule defaults() {
        return DEFAULT;
    }
}
