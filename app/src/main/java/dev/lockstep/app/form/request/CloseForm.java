package dev.lockstep.app.form.request;

import dev.lockstep.app.form.FormText;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.BoundedDecimal;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.usecase.close.ClosePosition;
import dev.lockstep.domain.usecase.close.CloseResult;
import dev.lockstep.domain.value.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * A request to close a position, all of it or a part.
 *
 * @param qty the quantity to close; not together with {@code percent}
 * @param percent the part to close, in percent
 * @param strategy closes only what this strategy holds; null for the whole position
 * @param limitPrice the price of the order; null for the market
 */
public record CloseForm(
        @Nullable String qty,
        @Nullable String percent,
        @Nullable String strategy,
        @Nullable String limitPrice) {
    public CloseForm {
        qty = FormText.given(qty);
        percent = FormText.given(percent);
        strategy = FormText.given(strategy);
        limitPrice = FormText.given(limitPrice);
    }

    /**
     * Returns the part to close.
     *
     * @throws InvalidValueException for the first field that is wrong
     */
    public ClosePart part() {
        if (qty != null && percent != null) {
            throw new InvalidValueException("percent", percent, "either qty or percent");
        }
        if (qty != null) {
            return new ClosePart.ByQuantity(Quantity.requested("qty", qty));
        }
        return percent == null
                ? new ClosePart.Whole()
                : new ClosePart.ByPercentage(BoundedDecimal.parse("percent", percent));
    }

    /**
     * Returns the strategy; null if there is none.
     *
     * @throws InvalidValueException if it is no name of a strategy
     */
    public @Nullable StrategyId owner() {
        return strategy == null ? null : new StrategyId(strategy);
    }

    /** Closes a position as requested. */
    public CloseResult close(ClosePosition closePosition, Symbol symbol) {
        ClosePart part = part();
        StrategyId owner = owner();
        if (limitPrice != null) {
            Price limit = Price.requested("limitPrice", limitPrice);
            return closePosition.closeAt(symbol, owner, part, limit);
        }
        return owner == null
                ? closePosition.close(symbol, part)
                : closePosition.close(symbol, owner, part);
    }
}
