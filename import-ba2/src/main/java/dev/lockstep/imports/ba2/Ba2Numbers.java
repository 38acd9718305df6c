package dev.lockstep.imports.ba2;

import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.imports.ImportNote.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Parser of a row's numbers. A double is read as its shortest decimal, which is the value that was
 * written.
 */
final class Ba2Numbers {
    private static final int MAX_CHARS = 64;
    private static final int MAX_INTEGER_DIGITS = 18;

    /** More decimals than the smallest double has; rounding more would cost memory. */
    private static final int MAX_DECIMALS = 400;

    private final Cells cells;
    private final Ba2Notes notes;

    Ba2Numbers(Cells cells, Ba2Notes notes) {
        this.cells = cells;
        this.notes = notes;
    }

    /** Returns the order quantity, truncated to nine decimals like at the broker. */
    Quantity orderQty(String column) {
        BigDecimal value = decimal(column);
        if (value == null || value.signum() <= 0) {
            throw new InvalidValueException(column, value == null ? "nothing" : value, "> 0");
        }
        return quantity(column, value);
    }

    /** Returns the traded quantity, zero if absent. */
    Quantity traded(String column) {
        try {
            BigDecimal value = decimal(column);
            return value == null ? Quantity.ZERO : quantity(column, value);
        } catch (InvalidValueException wrong) {
            leftOut(column, wrong);
            return Quantity.ZERO;
        }
    }

    /** Returns an optional price; null, with a note, if invalid. */
    @Nullable Price priceIfAny(String column) {
        try {
            return price(column);
        } catch (InvalidValueException wrong) {
            leftOut(column, wrong);
            return null;
        }
    }

    /** Returns a price that the order type requires. */
    Price requiredPrice(String column) {
        Price price = price(column);
        if (price == null) {
            throw new InvalidValueException(column, "nothing", "> 0 for this type of order");
        }
        return price;
    }

    /** Returns the id of another row, null if absent. */
    @Nullable Long id(String column) {
        Object value = cells.value(column);
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        if (value != null) {
            notes.add(Kind.NO_VALUE, column, value, "left out: no row id");
        }
        return null;
    }

    private @Nullable Price price(String column) {
        BigDecimal value = decimal(column);
        if (value == null) {
            return null;
        }
        try {
            return new Price(rounded(column, value, Price.MAX_DECIMALS, RoundingMode.HALF_UP));
        } catch (InvalidValueException wrong) {
            throw wrong.in(column);
        }
    }

    private Quantity quantity(String column, BigDecimal value) {
        try {
            return new Quantity(rounded(column, value, Quantity.MAX_DECIMALS, RoundingMode.DOWN));
        } catch (InvalidValueException wrong) {
            throw wrong.in(column);
        }
    }

    private BigDecimal rounded(
            String column, BigDecimal value, int decimals, RoundingMode direction) {
        if (value.scale() <= decimals) {
            return value;
        }
        BigDecimal rounded = value.setScale(decimals, direction);
        notes.add(Kind.ROUNDED, column, value, "kept as " + rounded.stripTrailingZeros());
        return rounded;
    }

    private void leftOut(String column, InvalidValueException wrong) {
        notes.add(Kind.NO_VALUE, column, wrong.value(), "left out: expected " + wrong.expected());
    }

    private @Nullable BigDecimal decimal(String column) {
        String text = cells.text(column);
        if (text == null) {
            return null;
        }
        try {
            BigDecimal value = new BigDecimal(text.length() <= MAX_CHARS ? text : "");
            if ((long) value.precision() - value.scale() <= MAX_INTEGER_DIGITS
                    && value.scale() <= MAX_DECIMALS) {
                return value.stripTrailingZeros();
            }
        } catch (NumberFormatException notANumber) {
            // Falls through: all invalid forms are reported alike.
        }
        throw new InvalidValueException(column, text, "a number below 10^" + MAX_INTEGER_DIGITS);
    }
}
