package dev.lockstep.app.view.market;

import dev.lockstep.app.view.body.BodyText;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Quote;
import org.jspecify.annotations.Nullable;

/**
 * The last quote of an instrument in JSON.
 *
 * @param symbol the instrument
 * @param bid the best bid in dollars, null if there is none
 * @param ask the best ask in dollars, null if there is none
 * @param bidQty its quantity
 * @param askQty its quantity
 * @param at the time of the quote
 */
public record QuoteBody(
        String symbol,
        @Nullable String bid,
        @Nullable String ask,
        String bidQty,
        String askQty,
        String at) {
    /** Returns the body of a quote. */
    public static QuoteBody of(Symbol symbol, Quote quote) {
        return new QuoteBody(
                symbol.value(),
                BodyText.of(quote.bidPx()),
                BodyText.of(quote.askPx()),
                quote.bidQty().toString(),
                quote.askQty().toString(),
                quote.quotedAt().toString());
    }
}
