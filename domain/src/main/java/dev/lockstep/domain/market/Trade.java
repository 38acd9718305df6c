package dev.lockstep.domain.market;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import java.time.Instant;

/**
 * A trade that somebody made in the market.
 *
 * @param symbol the instrument
 * @param lastPx at what price
 * @param lastQty how much
 * @param transactTime when
 */
public record Trade(Symbol symbol, Price lastPx, Quantity lastQty, Instant transactTime) {}
