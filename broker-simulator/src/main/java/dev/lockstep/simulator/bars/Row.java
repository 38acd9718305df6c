package dev.lockstep.simulator.bars;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A valid row of a bar file.
 *
 * @param end null if the row has a timestamp rather than a date; the bar's length then follows from
 *     the other rows
 */
record Row(
        String symbol,
        Instant start,
        @Nullable Instant end,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        BigDecimal volume) {}
