package dev.lockstep.app.form.request;

import dev.lockstep.app.form.FormText;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import org.jspecify.annotations.Nullable;

/**
 * A request to set a price at the simulator.
 *
 * @param symbol the instrument
 * @param price dollars
 */
public record SetPriceForm(@Nullable String symbol, @Nullable String price) {
    /**
     * Returns the same with both values as the simulator reads them.
     *
     * @throws dev.lockstep.domain.value.InvalidValueException for the first field that is absent or
     *     wrong
     */
    public SetPriceForm checked() {
        return new SetPriceForm(
                Symbol.typed(FormText.required("symbol", symbol, "such as AAPL")).value(),
                Price.of(FormText.required("price", price, "> 0")).toString());
    }
}
