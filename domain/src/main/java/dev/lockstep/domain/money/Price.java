package dev.lockstep.domain.money;

import dev.lockstep.domain.value.InvalidValueException;
import java.math.BigDecimal;

/**
 * A price of one share or coin in US dollars: exact, above zero, at most 12 decimals.
 *
 * <p>Two prices of equal value are equal ({@code 1.50} is {@code 1.5}). Which prices an order may
 * carry is a rule of the instrument ({@link dev.lockstep.domain.instrument.PriceIncrement}), not of
 * the number.
 *
 * @param value dollars, without trailing zeros
 */
public record Price(BigDecimal value) implements Comparable<Price> {
    /** Average prices carry more decimals than prices that can be traded. */
    public static final int MAX_DECIMALS = 12;

    public Price {
        value = ExactDecimal.normalized("price", value, MAX_DECIMALS);
        if (value.signum() <= 0) {
            throw new InvalidValueException("price", value, "> 0");
        }
    }

    /**
     * Reads a price.
     *
     * @throws InvalidValueException if the text is no decimal number or no price
     */
    public static Price of(String text) {
        return new Price(ExactDecimal.parsed("price", text));
    }

    /**
     * Parses a requested price.
     *
     * @param field the name of the field
     * @throws InvalidValueException if the text is no decimal number or no price
     */
    public static Price requested(String field, String text) {
        try {
            return of(text);
        } catch (InvalidValueException wrong) {
            throw wrong.in(field);
        }
    }

    /**
     * Returns the cost of a quantity at this price.
     *
     * @throws InvalidValueException if the cost has too many digits; names the quantity
     */
    public Money times(Quantity quantity) {
        try {
            return new Money(value.multiply(quantity.value()));
        } catch (InvalidValueException tooMuch) {
            throw new InvalidValueException(
                    "qty", quantity, "a value in dollars of " + tooMuch.expected());
        }
    }

    @Override
    public int compareTo(Price other) {
        return value.compareTo(other.value);
    }

    /** Returns the plain decimal, for example {@code 189.5}. */
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
