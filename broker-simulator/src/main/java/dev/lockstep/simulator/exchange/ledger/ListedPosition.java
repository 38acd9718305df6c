package dev.lockstep.simulator.exchange.ledger;

import dev.lockstep.simulator.exchange.model.Asset;
import java.math.BigDecimal;

/**
 * Snapshot of a position with its asset, its price and its available quantity.
 *
 * @param lastDayPrice the close of the session before, adjusted for splits since
 * @param todayQty the part of the quantity that was added today
 * @param todayCost the cost of that part, in dollars
 */
public record ListedPosition(
        Position position,
        Asset asset,
        BigDecimal price,
        BigDecimal qtyAvailable,
        BigDecimal lastDayPrice,
        BigDecimal todayQty,
        BigDecimal todayCost) {}
