package dev.lockstep.history;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an order is to trade, as a client writes it and as the exchange lists it; 1.50 and 1.5 are
 * one price.
 *
 * @param symbol the instrument
 * @param side {@code buy} or {@code sell}
 * @param qty the number of shares, above zero
 * @param limitPrice the limit; null for a market order
 */
public record SubmittedTerms(
        String symbol, String side, BigDecimal qty, @Nullable BigDecimal limitPrice) {
    public SubmittedTerms {
        if (qty.signum() <= 0) {
            throw new IllegalArgumentException("qty: " + qty + " (expected: > 0)");
        }
        qty = qty.stripTrailingZeros();
        limitPrice = limitPrice == null ? null : limitPrice.stripTrailingZeros();
    }
}
