package dev.lockstep.simulator.exchange;

import java.math.BigDecimal;

/**
 * What an account holds of an asset.
 *
 * @param qty negative when short
 * @param costBasis what the present quantity cost; negative when short
 */
public record Position(String symbol, BigDecimal qty, BigDecimal costBasis) {
    static Position flat(String symbol) {
        return new Position(symbol, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** Whether nothing is held. */
    public boolean flat() {
        return qty.signum() == 0;
    }

    /** The average price paid (long) or received (short). */
    public BigDecimal averageEntryPrice() {
        return Decimals.ratio(costBasis, qty);
    }

    /** Worth at a price; negative when short. */
    public BigDecimal marketValue(BigDecimal price) {
        return qty.multiply(price);
    }

    /** The position after a split: another quantity for the same cost. */
    Position resized(BigDecimal more) {
        return new Position(symbol, qty.add(more), costBasis);
    }

    /** The position after trading a signed quantity at a price. */
    Position traded(BigDecimal signedQty, BigDecimal price) {
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
