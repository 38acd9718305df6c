package dev.lockstep.domain.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers in texts and tables: grouped by thousands, a dot before the decimals. */
public final class GroupedNumber {
    private static final int CENTS = 2;
    private static final MathContext FIRST_DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);
    private static final String GROUPED = "#,##0.################";
    private static final String GROUPED_CENTS = "#,##0.00##############";

    private GroupedNumber() {}

    /** Returns all decimals of a number: {@code 12,400.125}. */
    public static String exact(BigDecimal value) {
        return format(GROUPED, value);
    }

    /** Returns a price with two decimals, or all if it has more: {@code 12,400.50}. */
    public static String price(BigDecimal value) {
        return format(GROUPED_CENTS, value);
    }

    /**
     * Returns dollars rounded to cents: {@code -$12,400.50}. An amount that would be rounded to
     * zero has its first two digits: {@code $0.001}.
     */
    public static String dollars(BigDecimal value) {
        BigDecimal cents = value.setScale(CENTS, RoundingMode.HALF_EVEN);
        return exactDollars(cents.signum() == 0 ? value.round(FIRST_DIGITS) : cents);
    }

    /** Returns dollars with two decimals, or all if there are more: {@code $0.125}. */
    public static String exactDollars(BigDecimal value) {
        return (value.signum() < 0 ? "-$" : "$") + price(value.abs());
    }

    private static String format(String pattern, BigDecimal value) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(value);
    }
}
