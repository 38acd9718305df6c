package dev.lockstep.app.config;

import dev.lockstep.broker.alpaca.AlpacaConfig;
import dev.lockstep.domain.usecase.submit.RecoveryPolicy;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.TimeSpan;
import java.time.Duration;

/**
 * Timeouts, kept together because they depend on each other.
 *
 * @param callTimeout the timeout of one request to the broker
 * @param longestSend how long after its first byte a request can still be executed
 * @param grace the time since the last claim after which "not found" at the broker becomes proof;
 *     covers the oldest claim that is sent and the longest send after it
 * @param settle how long unanswered orders are looked up before a command gives up; longer than the
 *     grace period, so that they can be resolved
 * @param intentTtl the age up to which an order that never arrived is resent under the same client
 *     order id; zero for never
 */
public record Timings(
        Duration callTimeout,
        Duration longestSend,
        Duration grace,
        Duration settle,
        Duration intentTtl) {
    private static final Duration SIMULATOR_CALL = Duration.ofSeconds(5);
    private static final Duration BROKER_CALL = Duration.ofSeconds(10);
    private static final Duration SETTLE_AFTER_GRACE = Duration.ofSeconds(30);

    /** Long enough for one more attempt after the grace period, too short for a stale order. */
    static final Duration INTENT_TTL = Duration.ofMinutes(2);

    public Timings {
        Duration shortest = RecoveryPolicy.shortestGrace(longestSend);
        if (grace.compareTo(shortest) < 0) {
            throw new InvalidValueException(
                    "grace",
                    words(grace),
                    ">= " + words(shortest) + ", in which no send can be under way");
        }
        if (settle.compareTo(grace) <= 0) {
            throw new InvalidValueException(
                    "settle", words(settle), "> " + words(grace) + ", which is grace");
        }
    }

    /** Returns the times for the folder's own simulator. */
    public static Timings ofOwnSimulator() {
        return of(SIMULATOR_CALL, AlpacaConfig.Environment.SIM);
    }

    /** Returns the times for a broker that is somewhere else. */
    public static Timings ofBroker() {
        return of(BROKER_CALL, AlpacaConfig.Environment.LIVE);
    }

    /** Returns the times that follow from how long a call may take. */
    static Timings of(Duration callTimeout, AlpacaConfig.Environment environment) {
        Duration longestSend = AlpacaConfig.longestSend(callTimeout, environment);
        Duration grace = RecoveryPolicy.shortestGrace(longestSend);
        return new Timings(
                callTimeout, longestSend, grace, grace.plus(SETTLE_AFTER_GRACE), INTENT_TTL);
    }

    /** Returns the wait of a command for another grace period. */
    static Duration settleAfter(Duration otherGrace) {
        return otherGrace.plus(SETTLE_AFTER_GRACE);
    }

    private static String words(Duration time) {
        return TimeSpan.words(time);
    }
}
