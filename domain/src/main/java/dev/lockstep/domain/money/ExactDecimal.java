package dev.lockstep.domain.money;

import dev.lockstep.domain.value.InvalidValueException;
import java.math.BigDecimal;

/** The one form in which the domain keeps decimals: exact, without trailing zeros, bounded. */
final class ExactDecimal {
    static final int MAX_INTEGER_DIGITS = 18;

    private static final int MAX_TEXT_CHARS = 64;

    private ExactDecimal() {}

    static BigDecimal parsed(String field, String text) {
        if (text.length() > MAX_TEXT_CHARS) {
            throw new InvalidValueException(
                    field, text, "a decimal number of at most " + MAX_TEXT_CHARS + " characters");
        }
        try {
            if (text.chars().allMatch(ExactDecimal::ascii)) {
                return new BigDecimal(text.strip());
            }
        } catch (NumberFormatException notANumber) {
            // Falls through: both ways of being wrong get the same answer.
        }
        throw new InvalidValueException(field, text, "a decimal number");
    }

    /** BigDecimal reads the digits of every script, of which few people notice a wrong one. */
    private static boolean ascii(int character) {
        return character < 128;
    }

    /** Bounds are checked before scaling, so that 1e999999999 cannot cost memory. */
    static BigDecimal normalized(String field, BigDecimal value, int maxDecimals) {
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        if ((long) value.precision() - value.scale() > MAX_INTEGER_DIGITS) {
            throw new InvalidValueException(
                    field, value, "at most " + MAX_INTEGER_DIGITS + " digits before the point");
        }
        BigDecimal stripped = value.stripTrailingZeros();
        if (stripped.scale() > maxDecimals) {
            throw new InvalidValueException(field, value, "at most " + maxDecimals + " decimals");
        }
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
