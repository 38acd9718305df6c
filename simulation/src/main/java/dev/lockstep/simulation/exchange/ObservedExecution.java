package dev.lockstep.simulation.exchange;

import java.math.BigDecimal;

/**
 * One trade as the exchange reported it.
 *
 * @param orderId the exchange's id of the order
 * @param clientOrderId the name it was sent under
 * @param symbol what was traded
 * @param signedQty bought, or sold where negative
 * @param price at what price
 * @param positionAfter what the account held after it
 * @param bust whether it takes an earlier one back, or a part of it
 * @param atNanos when it happened, in virtual time
 */
public record ObservedExecution(
        String orderId,
        String clientOrderId,
        String symbol,
        BigDecimal signedQty,
        BigDecimal price,
        BigDecimal positionAfter,
        boolean bust,
        long atNanos) {
    /** Returns the dollars received, negative for dollars paid. */
    public BigDecimal dollars() {
        return signedQty.multiply(price).negate();
    }

    /** Returns whether it made the position larger, or turned it around. */
    public boolean opens() {
        BigDecimal before = positionAfter.subtract(signedQty);
        return !bust
                && (positionAfter.signum() * before.signum() < 0
                        || positionAfter.abs().compareTo(before.abs()) > 0);
    }
}
