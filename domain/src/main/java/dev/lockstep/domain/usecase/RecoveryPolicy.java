package dev.lockstep.domain.usecase;

import dev.lockstep.domain.value.InvalidValueException;
import java.time.Duration;

/**
 * How long an order without an answer is waited for, and how long it is wanted.
 *
 * @param grace how long after it was last sent the broker's "no such order" becomes proof; longer
 *     than the longest time one send can take
 * @param intentTtl how long after its intent an order that never arrived is still sent; zero to
 *     never send one again
 */
public record RecoveryPolicy(Duration grace, Duration intentTtl) {
    /** An order is sent only while the claim on it is younger than this, by both clocks. */
    public static final Duration MAX_CLAIM_AGE = Duration.ofSeconds(5);

    public RecoveryPolicy {
        if (grace.isNegative() || grace.isZero()) {
            throw new InvalidValueException("grace", grace, "> 0");
        }
        if (intentTtl.isNegative()) {
            throw new InvalidValueException("intentTtl", intentTtl, ">= 0");
        }
    }
}
