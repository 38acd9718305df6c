package dev.lockstep.simulator.bars;

import dev.lockstep.simulator.exchange.Bar;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file of bars that can be read.
 *
 * @param end null when the row names a moment and not a day: it lasts as long as its like
 */
record Row(
        String symbol,
        Instant start,
        @Nullable Instant end,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        BigDecimal volume) {
    Bar bar(Duration length) {
        Instant over = end == null ? start.plus(length) : end;
        return new Bar(start, over, open, high, low, close, volume);
    }
}
