package dev.lockstep.simulator.exchange.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Decimal arithmetic of the exchange: scales and rounding. */
public final class Decimals {
    /** Maximum number of decimals of a quantity. */
    public static final int QTY_SCALE_DIGITS = 9;

    /** Number of decimals kept in an average price or a ratio. */
    public static final int RATIO_SCALE_DIGITS = 12;

    private Decimals() {}

    /** Divides, rounding down to the scale of a quantity. */
    public static BigDecimal qty(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, QTY_SCALE_DIGITS, RoundingMode.DOWN);
    }

    /** Divides; returns zero if the divisor is zero. */
    public static BigDecimal ratio(BigDecimal dividend, BigDecimal divisor) {
        return divisor.signum() == 0
                ? BigDecimal.ZERO
                : dividend.divide(divisor, RATIO_SCALE_DIGITS, RoundingMode.HALF_EVEN);
    }

    /** Rounds an amount of dollars to the cent. */
    public static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN);
    }

    /** Returns a number without trailing zeros and without an exponent. */
    public static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Returns the canonical text: no exponent, no trailing zeros. */
    public static String text(BigDecimal value) {
        return value.signum() == 0 ? "0" : plain(value).toPlainString();
    }

    public static boolean same(BigDecimal a, BigDecimal b) {
        return a.compareTo(b) == 0;
    }
}
