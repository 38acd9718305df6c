package dev.lockstep.domain.money;

import java.math.BigDecimal;

/**
 * An amount of US dollars, the only currency of the account: exact, signed, at most 21 decimals (a
 * price times a quantity).
 *
 * @param value dollars, without trailing zeros
 */
public record Money(BigDecimal value) implements Comparable<Money> {
    /** The decimals of a price and of a quantity together. */
    public static final int MAX_DECIMALS = Price.MAX_DECIMALS + Quantity.MAX_DECIMALS;

    /** No dollars. */
    public static final Money ZERO = new Money(BigDecimal.ZERO);

    public Money {
        value = ExactDecimal.normalized("money", value, MAX_DECIMALS);
    }

    /**
     * Reads an amount.
     *
     * @throws dev.lockstep.domain.value.InvalidValueException if the text is no decimal number
     */
    public static Money of(String text) {
        return new Money(ExactDecimal.parsed("money", text));
    }

    /** Returns the sum of both. */
    public Money plus(Money other) {
        return new Money(value.add(other.value));
    }

    /** Returns the same amount with the other sign. */
    public Money negated() {
        return new Money(value.negate());
    }

    @Override
    public int compareTo(Money other) {
        return value.compareTo(other.value);
    }

    /** Returns the plain decimal, for example {@code -12.5}. */
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
