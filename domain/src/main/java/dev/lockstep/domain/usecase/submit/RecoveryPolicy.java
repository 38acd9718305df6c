package dev.lockstep.domain.usecase.submit;

import dev.lockstep.domain.value.InvalidValueException;
import java.time.Duration;
import java.time.Instant;

/**
 * Limits for an unanswered order: when "not found" becomes proof, and how long it may be resent.
 *
 * @param grace how long after it was last claimed the broker's "no such order" becomes proof; at
 *     least {@link #shortestGrace}, and raised to that where it is shorter
 * @param intentTtl how long after its intent an order that never arrived is still sent, under the
 *     same client order id; zero to never send one again
 */
public record RecoveryPolicy(Duration grace, Duration intentTtl) {
    /** An order is sent only while the claim on it is younger than this, by both clocks. */
    public static final Duration MAX_CLAIM_AGE = Duration.ofSeconds(5);

    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    public RecoveryPolicy {
        if (grace.isNegative() || grace.isZero()) {
            throw new InvalidValueException("grace", grace, "> 0");
        }
        if (intentTtl.isNegative()) {
            throw new InvalidValueException("intentTtl", intentTtl, ">= 0");
        }
    }

    /** Returns the shortest grace period for a broker whose sends take at most this long. */
    public static Duration shortestGrace(Duration longestSend) {
        return MAX_CLAIM_AGE.plus(longestSend);
    }

    /**
     * Returns the same policy, with a grace period in which no send of the broker's is still under
     * way.
     */
    public RecoveryPolicy forSendsOf(Duration longestSend) {
        Duration shortest = shortestGrace(longestSend);
        return grace.compareTo(shortest) >= 0 ? this : new RecoveryPolicy(shortest, intentTtl);
    }

    /**
     * Returns whether an order is still to be sent; an order from the future is not, because its
     * age is unknown.
     */
    public boolean stillWanted(Instant createdAt, Instant now) {
        Duration age = Duration.between(createdAt, now);
        return age.compareTo(CLOCK_TOLERANCE.negated()) >= 0 && age.compareTo(intentTtl) < 0;
    }
}
