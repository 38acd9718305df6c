package dev.lockstep.domain.usecase.cancel;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.port.broker.UnreadableItem;
import org.jspecify.annotations.Nullable;

/**
 * The open orders to cancel.
 *
 * @param symbol only orders of this instrument, null for all
 * @param side only orders of this side, null for both
 * @param external whether to include external orders
 */
public record CancelScope(@Nullable Symbol symbol, @Nullable Side side, boolean external) {
    /** All of our own orders. */
    public static final CancelScope OURS = new CancelScope(null, null, false);

    /** Returns whether an order of this instrument and side is meant. */
    boolean means(Symbol ofSymbol, Side ofSide) {
        return (symbol == null || symbol.equals(ofSymbol)) && (side == null || side == ofSide);
    }

    /**
     * Returns whether an order that cannot be read is meant: it has an id to cancel it by, is of
     * the instrument as far as it names one, and no side is asked for, because that is not known.
     */
    boolean means(UnreadableItem item) {
        return !item.brokerId().isBlank()
                && side == null
                && (symbol == null || (!item.symbol().isBlank() && item.mayBe(symbol)));
    }

    boolean everything() {
        return symbol == null && side == null;
    }
}
