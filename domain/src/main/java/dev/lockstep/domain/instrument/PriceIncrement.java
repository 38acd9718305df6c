package dev.lockstep.domain.instrument;

import dev.lockstep.domain.money.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The steps in which an instrument's order prices move.
 *
 * <p>US equities follow SEC rule 612: from one dollar up two decimals, below it four. Crypto pairs
 * take nine decimals.
 *
 * @param decimalsFromOneDollar decimals allowed at and above one dollar
 * @param decimalsBelowOneDollar decimals allowed below one dollar
 */
public record PriceIncrement(int decimalsFromOneDollar, int decimalsBelowOneDollar) {
    private static final PriceIncrement US_EQUITY = new PriceIncrement(2, 4);
    private static final PriceIncrement CRYPTO = new PriceIncrement(9, 9);

    /** Returns the increment that an asset class trades in. */
    public static PriceIncrement of(AssetClass assetClass) {
        return switch (assetClass) {
            case US_EQUITY -> US_EQUITY;
            case CRYPTO -> CRYPTO;
        };
    }

    /** Returns whether an order may carry this price. */
    public boolean allows(Price price) {
        return price.value().scale() <= decimals(price);
    }

    /**
     * Returns the valid prices next to an invalid one: {@code 123.45 or 123.46}, without the lower
     * one if it would be zero.
     */
    public String neighbours(Price price) {
        BigDecimal below = price.value().setScale(decimals(price), RoundingMode.FLOOR);
        BigDecimal above = price.value().setScale(decimals(price), RoundingMode.CEILING);
        return below.signum() == 0
                ? above.toPlainString()
                : below.toPlainString() + " or " + above.toPlainString();
    }

    /** Returns the nearest allowed price; halves go up. Only for a caller who asks for rounding. */
    public Price nearest(Price price) {
        BigDecimal rounded = price.value().setScale(decimals(price), RoundingMode.HALF_UP);
        BigDecimal smallest = BigDecimal.ONE.movePointLeft(decimals(price));
        return new Price(rounded.max(smallest));
    }

    /** Returns the highest allowed price that is not above a bound. */
    public BigDecimal highestWithin(BigDecimal bound) {
        return bound.setScale(decimals(bound), RoundingMode.FLOOR);
    }

    /** Returns the lowest allowed price that is not below a bound. */
    public BigDecimal lowestFrom(BigDecimal bound) {
        return bound.setScale(decimals(bound), RoundingMode.CEILING);
    }

    private int decimals(Price price) {
        return decimals(price.value());
    }

    private int decimals(BigDecimal price) {
        return price.compareTo(BigDecimal.ONE) >= 0
                ? decimalsFromOneDollar
                : decimalsBelowOneDollar;
    }
}
