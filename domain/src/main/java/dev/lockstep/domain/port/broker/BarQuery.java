package dev.lockstep.domain.port.broker;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Timeframe;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Duration;
import java.time.Instant;

/**
 * Which bars to fetch: the newest ones of an instrument.
 *
 * @param symbol the instrument
 * @param timeframe the length of each bar
 * @param since no bar begins before this time
 * @param limit the most bars, 1 to {@value #MAX_BARS}
 */
public record BarQuery(Symbol symbol, Timeframe timeframe, Instant since, int limit) {
    /** The most bars in one answer. */
    public static final int MAX_BARS = 1_000;

    /** Nights, weekends and holidays have no bars. */
    private static final int CLOSED_HOURS = 5;

    private static final Duration CLOSED_DAYS = Duration.ofDays(5);

    public BarQuery {
        if (limit < 1 || limit > MAX_BARS) {
            throw new InvalidValueException("limit", limit, "1 to " + MAX_BARS);
        }
    }

    /**
     * Asks for the last bars before a time.
     *
     * @param limit the most bars, 1 to {@value #MAX_BARS}
     */
    public static BarQuery latest(Symbol symbol, Timeframe timeframe, int limit, Instant now) {
        Duration length = timeframe.length().multipliedBy((long) limit * CLOSED_HOURS);
        return new BarQuery(symbol, timeframe, now.minus(length.plus(CLOSED_DAYS)), limit);
    }
}
