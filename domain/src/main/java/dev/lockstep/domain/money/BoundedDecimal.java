package dev.lockstep.domain.money;

import dev.lockstep.domain.value.InvalidValueException;
import java.math.BigDecimal;

/**
 * Parses decimal numbers from outside. Text length and exponent are bounded before anything is
 * computed: a few characters such as {@code 1e-30000000} describe a number whose plain text has
 * thirty million.
 */
public final class BoundedDecimal {
    /** The most digits before or after the decimal point. */
    public static final int MAX_DIGITS = 40;

    private BoundedDecimal() {}

    /**
     * Parses a number.
     *
     * @param field the field as its user calls it
     * @throws InvalidValueException if the text is not a decimal number within the bounds
     */
    public static BigDecimal parse(String field, String text) {
        return bounded(field, ExactDecimal.parsed(field, text));
    }

    /**
     * Returns the value if it is within the bounds.
     *
     * @param field the field as its user calls it
     * @throws InvalidValueException if it has more digits
     */
    public static BigDecimal bounded(String field, BigDecimal value) {
        long integerDigits = (long) value.precision() - value.scale();
        if (integerDigits > MAX_DIGITS || Math.abs((long) value.scale()) > MAX_DIGITS) {
            throw new InvalidValueException(
                    field, value, "at most " + MAX_DIGITS + " digits before and after the point");
        }
        return value;
    }
}
