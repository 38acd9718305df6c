package dev.lockstep.domain.money;

import java.math.BigDecimal;

/**
 * A quantity with a direction: above zero is long, below zero is short, zero is flat.
 *
 * @param value shares or coins, signed, without trailing zeros
 */
public record NetQuantity(BigDecimal value) {
    /** Neither long nor short. */
    public static final NetQuantity FLAT = new NetQuantity(BigDecimal.ZERO);

    public NetQuantity {
        value = ExactDecimal.normalized("netQty", value, Quantity.MAX_DECIMALS);
    }

    /**
     * Reads a signed quantity.
     *
     * @throws dev.lockstep.domain.value.InvalidValueException if the text is no decimal number
     */
    public static NetQuantity of(String text) {
        return new NetQuantity(ExactDecimal.parsed("netQty", text));
    }

    /** Both together. */
    public NetQuantity plus(NetQuantity other) {
        return new NetQuantity(value.add(other.value));
    }

    /** As much the other way. */
    public NetQuantity opposite() {
        return new NetQuantity(value.negate());
    }

    /** This position after buying {@code quantity}. */
    public NetQuantity plus(Quantity quantity) {
        return new NetQuantity(value.add(quantity.value()));
    }

    /** This position after selling {@code quantity}. */
    public NetQuantity minus(Quantity quantity) {
        return new NetQuantity(value.subtract(quantity.value()));
    }

    /** Returns whether nothing is held. */
    public boolean flat() {
        return value.signum() == 0;
    }

    /** Returns the plain decimal with its sign, for example {@code -10}. */
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
