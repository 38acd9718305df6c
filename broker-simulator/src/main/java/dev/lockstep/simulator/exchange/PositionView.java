package dev.lockstep.simulator.exchange;

import java.math.BigDecimal;

/** A position as it is shown: beside its asset, its price, and what of it is free. */
public record PositionView(
        Position position, Asset asset, BigDecimal price, BigDecimal qtyAvailable) {}
