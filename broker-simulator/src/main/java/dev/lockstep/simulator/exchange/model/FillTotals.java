package dev.lockstep.simulator.exchange.model;

import java.math.BigDecimal;

/** Filled quantity of an order and its total cost. */
public record FillTotals(BigDecimal qty, BigDecimal cost) {
    public static final FillTotals NOTHING = new FillTotals(BigDecimal.ZERO, BigDecimal.ZERO);

    public FillTotals {
        if (qty.signum() < 0) {
            throw new IllegalArgumentException("qty: " + qty + " (expected: >= 0)");
        }
    }

    /** Returns the average price; zero before the first fill. */
    public BigDecimal averagePrice() {
        return Decimals.ratio(cost, qty);
    }

    public FillTotals less(BigDecimal busted, BigDecimal price) {
        return new FillTotals(qty.subtract(busted), cost.subtract(busted.multiply(price)));
    }

    public FillTotals plus(BigDecimal lastQty, BigDecimal lastPx) {
        return new FillTotals(qty.add(lastQty), cost.add(lastQty.multiply(lastPx)));
    }
}
