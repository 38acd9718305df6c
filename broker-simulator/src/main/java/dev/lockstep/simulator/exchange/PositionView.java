package dev.lockstep.simulator.exchange;

import java.math.BigDecimal;

/** Snapshot of a position with its asset, its price and its available quantity. */
public record PositionView(
        Position position, Asset asset, BigDecimal price, BigDecimal qtyAvailable) {}
