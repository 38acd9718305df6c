package dev.lockstep.domain.market;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;

/**
 * The prices of a period of trading, such as a minute or a day.
 *
 * @param symbol the instrument
 * @param from when the period began
 * @param open the first price
 * @param high the highest price, no other one is above it
 * @param low the lowest price, no other one is below it
 * @param close the last price
 * @param volume how much traded
 */
public record Bar(
        Symbol symbol,
        Instant from,
        Price open,
        Price high,
        Price low,
        Price close,
        Quantity volume) {
    public Bar {
        if (high.compareTo(open) < 0 || high.compareTo(close) < 0 || high.compareTo(low) < 0) {
            throw new InvalidValueException("high", high, "no lower than open, low and close");
        }
        if (low.compareTo(open) > 0 || low.compareTo(close) > 0) {
            throw new InvalidValueException("low", low, "no higher than open and close");
        }
    }
}
