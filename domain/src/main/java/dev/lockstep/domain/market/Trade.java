package dev.lockstep.domain.market;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import java.time.Instant;

/**
 * A trade in the market.
 *
 * @param symbol the instrument
 * @param lastPx the price
 * @param lastQty the quantity
 * @param transactTime the time
 */
public record Trade(Symbol symbol, Price lastPx, Quantity lastQty, Instant transactTime) {}
