package dev.lockstep.domain.market;

import java.time.Duration;

/** The length of the period that a bar covers. */
public enum Timeframe {
    /** One minute. */
    ONE_MINUTE(Duration.ofMinutes(1)),
    /** Five minutes. */
    FIVE_MINUTES(Duration.ofMinutes(5)),
    /** Fifteen minutes. */
    FIFTEEN_MINUTES(Duration.ofMinutes(15)),
    /** One hour. */
    ONE_HOUR(Duration.ofHours(1)),
    /** One trading day. */
    ONE_DAY(Duration.ofDays(1));

    private final Duration length;

    Timeframe(Duration length) {
        this.length = length;
    }

    /** Returns the length of the period. */
    public Duration length() {
        return length;
    }
}
