package dev.lockstep.app.view.market;

import dev.lockstep.app.view.body.BodyText;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Quote;
import dev.lockstep.domain.market.Trade;
import org.jspecify.annotations.Nullable;

/**
 * The last quote and the last trade of an instrument in JSON; a missing value is null.
 *
 * @param symbol the instrument
 * @param bid the best bid in dollars
 * @param bidQty its quantity
 * @param ask the best ask in dollars
 * @param askQty its quantity
 * @param at the time of the quote
 * @param last the last price in dollars
 * @param lastQty its quantity
 * @param lastAt the time of the trade
 */
public record QuoteBody(
        String symbol,
        @Nullable String bid,
        @Nullable String bidQty,
        @Nullable String ask,
        @Nullable String askQty,
        @Nullable String at,
        @Nullable String last,
        @Nullable String lastQty,
        @Nullable String lastAt) {
    /** Returns the body of what is known. */
    public static QuoteBody of(Symbol symbol, @Nullable Quote quote, @Nullable Trade trade) {
        return new QuoteBody(
                symbol.value(),
                quote == null ? null : BodyText.of(quote.bidPx()),
                quote == null ? null : quote.bidQty().toString(),
                quote == null ? null : BodyText.of(quote.askPx()),
                quote == null ? null : quote.askQty().toString(),
                quote == null ? null : quote.quotedAt().toString(),
                trade == null ? null : trade.lastPx().toString(),
                trade == null ? null : trade.lastQty().toString(),
                trade == null ? null : trade.transactTime().toString());
    }
}
