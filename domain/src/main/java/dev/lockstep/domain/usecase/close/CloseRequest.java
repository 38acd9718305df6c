package dev.lockstep.domain.usecase.close;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.Author;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.position.ClosePart;
import org.jspecify.annotations.Nullable;

/**
 * What a caller requests of {@link ClosePosition}.
 *
 * @param symbol the instrument
 * @param strategy closes only the part of this strategy; null for the whole position
 * @param part the part to close
 * @param limit the price of the order; null for the market
 * @param exitSide closes only a position that orders of this side exit; null for either direction
 * @param author who requested it, null if not named
 */
record CloseRequest(
        Symbol symbol,
        @Nullable StrategyId strategy,
        ClosePart part,
        @Nullable Price limit,
        @Nullable Side exitSide,
        @Nullable Author author) {}
