package dev.lockstep.app.form.request;

import dev.lockstep.app.form.FormText;
import dev.lockstep.app.form.OrderField;
import dev.lockstep.app.form.OrderRequestParser;
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
    private static final String PERCENT_RULE = "> 0 and <= 100";

    /**
     * Returns the part to close.
     *
     * @throws InvalidValueException for the first field that is wrong
     */
    public ClosePart part() {
        String quantity = FormText.given("qty", qty, "a quantity > 0");
        String share = FormText.given("percent", percent, PERCENT_RULE);
        if (quantity != null && share != null) {
            throw new InvalidValueException("percent", share, "either qty or percent");
        }
        if (quantity != null) {
            return new ClosePart.ByQuantity(Quantity.requested("qty", quantity));
        }
        return share == null
                ? new ClosePart.Whole()
                : new ClosePart.ByPercentage(BoundedDecimal.parse("percent", share));
    }

    /**
     * Returns the strategy; null if there is none.
     *
     * @throws InvalidValueException if it is no name of a strategy
     */
    public @Nullable StrategyId owner() {
        String name = OrderRequestParser.given(OrderField.STRATEGY, strategy);
        return name == null ? null : new StrategyId(name);
    }

    /** Closes a position as requested. */
    public CloseResult close(ClosePosition closePosition, Symbol symbol) {
        ClosePart part = part();
        StrategyId owner = owner();
        String limit = FormText.given("limitPrice", limitPrice, "a price > 0");
        if (limit != null) {
            return closePosition.closeAt(symbol, owner, part, Price.requested("limitPrice", limit));
        }
        return owner == null
                ? closePosition.close(symbol, part)
                : closePosition.close(symbol, owner, part);
    }
}
