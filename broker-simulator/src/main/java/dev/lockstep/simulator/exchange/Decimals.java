package dev.lockstep.simulator.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The exact decimals of the venue: their scales and their rounding. */
public final class Decimals {
    /** Most decimal places of a quantity. */
    public static final int QTY_SCALE_DIGITS = 9;

    /** Decimal places kept in an average price or a ratio. */
    public static final int RATIO_SCALE_DIGITS = 12;

    private Decimals() {}

    /**
     * A divided by b, cut off at the scale of a quantity: the venue never gives more than it has.
     */
    public static BigDecimal qty(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, QTY_SCALE_DIGITS, RoundingMode.DOWN);
    }

    /** A divided by b, or zero when b is zero. */
    public static BigDecimal ratio(BigDecimal dividend, BigDecimal divisor) {
        return divisor.signum() == 0
                ? BigDecimal.ZERO
                : dividend.divide(divisor, RATIO_SCALE_DIGITS, RoundingMode.HALF_EVEN);
    }

    /** Dollars, rounded to the cent. */
    public static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN);
    }

    /** The canonical text: no exponent, no trailing zeros. */
    public static String text(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    static boolean same(BigDecimal a, BigDecimal b) {
        return a.compareTo(b) == 0;
    }
}
