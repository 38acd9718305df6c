package dev.lockstep.simulator.exchange;

import java.math.BigDecimal;

/** Filled quantity of an order and its total cost. */
public record Filled(BigDecimal qty, BigDecimal cost) {
    static final Filled NOTHING = new Filled(BigDecimal.ZERO, BigDecimal.ZERO);

    public Filled {
        if (qty.signum() < 0) {
            throw new IllegalArgumentException("qty: " + qty + " (expected: >= 0)");
        }
    }

    /** Returns the average price; zero before the first fill. */
    public BigDecimal averagePrice() {
        return Decimals.ratio(cost, qty);
    }

    Filled less(BigDecimal busted, BigDecimal price) {
        return new Filled(qty.subtract(busted), cost.subtract(busted.multiply(price)));
    }

    Filled plus(BigDecimal lastQty, BigDecimal lastPx) {
        return new Filled(qty.add(lastQty), cost.add(lastQty.multiply(lastPx)));
    }
}
