package dev.lockstep.domain.usecase.reconcile;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;

/**
 * The position in one instrument, by our fills and adjustments and by the broker.
 *
 * @param symbol the instrument
 * @param ours the sum of our fills and adjustments
 * @param brokers the position at the broker
 * @param awaitedFees the most that may be missing at the broker for fees not booked yet
 */
public record PositionComparison(
        Symbol symbol, NetQuantity ours, NetQuantity brokers, Quantity awaitedFees) {
    /** A comparison that awaits no fee. */
    public PositionComparison(Symbol symbol, NetQuantity ours, NetQuantity brokers) {
        this(symbol, ours, brokers, Quantity.ZERO);
    }

    /**
     * Returns whether both are the same, but for fees that the broker has taken and not booked yet.
     */
    public boolean inStep() {
        return same() || feeAwaited();
    }

    /** Returns whether both are the same. */
    public boolean same() {
        return ours.equals(brokers);
    }

    /** Returns whether they differ, and by no more than fees that the broker has not booked yet. */
    public boolean feeAwaited() {
        NetQuantity missing = ours.plus(brokers.opposite());
        return missing.value().signum() > 0 && missing.value().compareTo(awaitedFees.value()) <= 0;
    }
}
