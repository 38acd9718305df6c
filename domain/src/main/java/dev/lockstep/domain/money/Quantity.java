package dev.lockstep.domain.money;

import dev.lockstep.domain.value.InvalidValueException;
import java.math.BigDecimal;

/**
 * A number of shares or coins: exact, zero or more, at most 9 decimals (the broker's limit).
 *
 * @param value shares or coins, without trailing zeros
 */
public record Quantity(BigDecimal value) implements Comparable<Quantity> {
    /** Alpaca keeps nine decimals of a quantity and cuts the rest off. */
    public static final int MAX_DECIMALS = 9;

    /** No shares. */
    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

    public Quantity {
        value = ExactDecimal.normalized("qty", value, MAX_DECIMALS);
        if (value.signum() < 0) {
            throw new InvalidValueException("qty", value, ">= 0");
        }
    }

    /**
     * Reads a quantity.
     *
     * @throws InvalidValueException if the text is no decimal number or no quantity
     */
    public static Quantity of(String text) {
        return new Quantity(ExactDecimal.parsed("qty", text));
    }

    /**
     * Parses a requested quantity; must be positive.
     *
     * @param field the name of the field
     * @throws InvalidValueException if the text is not a decimal number above zero
     */
    public static Quantity requested(String field, String text) {
        BigDecimal value = ExactDecimal.parsed(field, text);
        if (value.signum() <= 0) {
            throw new InvalidValueException(field, value, "> 0");
        }
        return new Quantity(ExactDecimal.normalized(field, value, MAX_DECIMALS));
    }

    /** Returns whether this is zero. */
    public boolean zero() {
        return value.signum() == 0;
    }

    /** Returns whether this is a whole number of shares. */
    public boolean whole() {
        return value.scale() <= 0;
    }

    /** Returns this less {@code part}; zero if {@code part} is more. */
    public Quantity less(Quantity part) {
        BigDecimal rest = value.subtract(part.value);
        return rest.signum() < 0 ? ZERO : new Quantity(rest);
    }

    /** Both together. */
    public Quantity plus(Quantity other) {
        return new Quantity(value.add(other.value));
    }

    /** Returns the smaller one of both. */
    public Quantity min(Quantity other) {
        return compareTo(other) <= 0 ? this : other;
    }

    @Override
    public int compareTo(Quantity other) {
        return value.compareTo(other.value);
    }

    /** Returns the plain decimal, for example {@code 0.25}. */
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
