package dev.lockstep.domain.usecase.report;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.id.StrategyId;
import org.jspecify.annotations.Nullable;

/**
 * Which round trips are listed.
 *
 * @param symbol only those of this instrument, null for all
 * @param strategy only those that an order of this strategy opened, null for all
 */
public record TripFilter(@Nullable Symbol symbol, @Nullable StrategyId strategy) {
    /** All of them. */
    public static final TripFilter ALL = new TripFilter(null, null);
}
