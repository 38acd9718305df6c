package dev.lockstep.app.form;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.usecase.cancel.CancelScope;
import dev.lockstep.domain.value.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * A request to cancel the orders of Lockstep, all of them or some.
 *
 * @param symbol the orders of one instrument; null for all
 * @param side the orders of one side; null for both
 */
public record CancelAllForm(@Nullable String symbol, @Nullable String side) {
    /**
     * Returns the scope; external orders are not in it.
     *
     * @throws InvalidValueException for the first field that is wrong
     */
    public CancelScope scope() {
        String instrument = OrderRequestParser.given(OrderField.SYMBOL, symbol);
        String direction = OrderRequestParser.given(OrderField.SIDE, side);
        return new CancelScope(
                instrument == null ? null : Symbol.typed(instrument),
                direction == null
                        ? null
                        : OrderRequestParser.word(OrderField.SIDE, Side.class, direction),
                false);
    }
}
