package dev.lockstep.domain.usecase.monitor;

import dev.lockstep.domain.value.InvalidValueException;
import java.time.Duration;

/**
 * How often the trading loop does what.
 *
 * @param inFlightEvery how often orders and changes without an answer are asked about
 * @param inFlightAfter how long nobody must have touched one before it is asked about
 * @param syncEvery how often all open orders, here and at the broker, are compared
 * @param positionsEvery how often positions are compared
 * @param fillsEvery how often executions are asked for and compared with the orders
 * @param cancelAgainAfter how long after a cancel was asked for it is asked for again
 * @param unresolvedAlarm how old an order without an answer may grow before a person must know
 */
public record LoopSchedule(
        Duration inFlightEvery,
        Duration inFlightAfter,
        Duration syncEvery,
        Duration positionsEvery,
        Duration fillsEvery,
        Duration cancelAgainAfter,
        Duration unresolvedAlarm) {
    /** After so many intervals without a good sync the orders are too old to be trusted. */
    public static final int STALE_AFTER_INTERVALS = 3;

    public LoopSchedule {
        requirePositive("inFlightEvery", inFlightEvery);
        requirePositive("inFlightAfter", inFlightAfter);
        requirePositive("syncEvery", syncEvery);
        requirePositive("positionsEvery", positionsEvery);
        requirePositive("fillsEvery", fillsEvery);
        requirePositive("cancelAgainAfter", cancelAgainAfter);
        requirePositive("unresolvedAlarm", unresolvedAlarm);
    }

    /** What suits a broker that takes a few requests a second. */
    public static LoopSchedule usual() {
        return new LoopSchedule(
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Duration.ofSeconds(15),
                Duration.ofMinutes(2));
    }

    /** How long after a good sync the orders may be trusted. */
    public Duration staleAfter() {
        return syncEvery.multipliedBy(STALE_AFTER_INTERVALS);
    }

    private static void requirePositive(String field, Duration value) {
        if (!value.isPositive()) {
            throw new InvalidValueException(field, value, "> 0");
        }
    }
}
