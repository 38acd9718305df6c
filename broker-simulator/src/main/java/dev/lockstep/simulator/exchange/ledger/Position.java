package dev.lockstep.simulator.exchange.ledger;

import dev.lockstep.simulator.exchange.model.Decimals;
import java.math.BigDecimal;

/**
 * Position of an account in one asset.
 *
 * @param qty the quantity; negative for a short position
 * @param costBasis the cost of the current quantity; negative for a short position
 */
public record Position(String symbol, BigDecimal qty, BigDecimal costBasis) {
    public static Position flat(String symbol) {
        return new Position(symbol, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** Returns whether the quantity is zero. */
    public boolean flat() {
        return qty.signum() == 0;
    }

    /** Returns the average price paid (long) or received (short). */
    public BigDecimal averageEntryPrice() {
        return Decimals.ratio(costBasis, qty);
    }

    /** Returns the value at a price; negative for a short position. */
    public BigDecimal marketValue(BigDecimal price) {
        return qty.multiply(price);
    }

    /** Returns the position after a split: another quantity at the same cost. */
    public Position resized(BigDecimal more) {
        return new Position(symbol, qty.add(more), costBasis);
    }

    /** Returns the position after trading a signed quantity at a price. */
    public Position traded(BigDecimal signedQty, BigDecimal price) {
        BigDecimal after = qty.add(signedQty);
        if (qty.signum() * signedQty.signum() >= 0) {
            return new Position(symbol, after, costBasis.add(signedQty.multiply(price)));
        }
        if (after.signum() == 0) {
            return flat(symbol);
        }
        if (after.signum() == qty.signum()) {
            return new Position(symbol, after, Decimals.ratio(costBasis.multiply(after), qty));
        }
        return new Position(symbol, after, after.multiply(price));
    }
}
