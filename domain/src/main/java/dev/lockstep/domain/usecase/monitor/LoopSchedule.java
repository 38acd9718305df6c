package dev.lockstep.domain.usecase.monitor;

import dev.lockstep.domain.value.InvalidValueException;
import java.time.Duration;

/**
 * The intervals of the trading loop.
 *
 * @param inFlightEvery the interval between checks of unanswered orders and changes
 * @param inFlightAfter the age at which one is first looked up
 * @param syncEvery the interval between syncs of open orders
 * @param positionsEvery the interval between checks of positions
 * @param fillsEvery the interval between checks of executions
 * @param cancelAgainAfter the time after which an unconfirmed cancel is sent again
 * @param unresolvedAlarm the age at which an unanswered order becomes an incident
 */
public record LoopSchedule(
        Duration inFlightEvery,
        Duration inFlightAfter,
        Duration syncEvery,
        Duration positionsEvery,
        Duration fillsEvery,
        Duration cancelAgainAfter,
        Duration unresolvedAlarm) {
    /** Number of intervals without a successful sync after which orders are stale. */
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

    /** Returns the defaults, for a broker that accepts a few requests a second. */
    public static LoopSchedule defaults() {
        return new LoopSchedule(
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Duration.ofSeconds(15),
                Duration.ofMinutes(2));
    }

    /** Returns the time after a successful sync at which orders become stale. */
    public Duration staleAfter() {
        return syncEvery.multipliedBy(STALE_AFTER_INTERVALS);
    }

    private static void requirePositive(String field, Duration value) {
        if (!value.isPositive()) {
            throw new InvalidValueException(field, value, "> 0");
        }
    }
}
