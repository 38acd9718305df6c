package dev.lockstep.domain.port.broker;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Timeframe;
import dev.lockstep.domain.value.InvalidValueException;
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

    public BarQuery {
        if (limit < 1 || limit > MAX_BARS) {
            throw new InvalidValueException("limit", limit, "1 to " + MAX_BARS);
        }
    }
}
