package dev.lockstep.domain.usecase;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;

/**
 * One instrument's position by our fills and by the broker's word.
 *
 * @param symbol the instrument
 * @param ours what our orders traded, added up
 * @param brokers what the broker says
 */
public record PositionComparison(Symbol symbol, NetQuantity ours, NetQuantity brokers) {
    /** Whether both are the same. */
    public boolean inStep() {
        return ours.equals(brokers);
    }
}
