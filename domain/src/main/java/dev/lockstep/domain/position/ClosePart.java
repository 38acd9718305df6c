package dev.lockstep.domain.position;

import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.value.InvalidValueException;
import java.math.BigDecimal;

/** The part of a position to close. */
public sealed interface ClosePart {
    /** All of it. */
    record Whole() implements ClosePart {}

    /**
     * A quantity of shares or coins.
     *
     * @param quantity above zero
     */
    record ByQuantity(Quantity quantity) implements ClosePart {
        public ByQuantity {
            if (quantity.zero()) {
                throw new InvalidValueException("qty", quantity, "> 0");
            }
        }
    }

    /**
     * A share of it.
     *
     * @param percent above 0, at most 100, with at most nine decimals
     */
    record ByPercentage(BigDecimal percent) implements ClosePart {
        private static final BigDecimal HUNDRED = new BigDecimal(100);
        private static final int MAX_DECIMALS = 9;

        public ByPercentage {
            if (percent.signum() <= 0 || percent.compareTo(HUNDRED) > 0) {
                throw new InvalidValueException("percent", percent, "> 0 and <= 100");
            }
            percent = percent.stripTrailingZeros();
            if (percent.scale() > MAX_DECIMALS) {
                throw new InvalidValueException(
                        "percent", percent, "at most " + MAX_DECIMALS + " decimals");
            }
        }
    }
}
