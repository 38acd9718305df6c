package dev.lockstep.app.view.market;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.DailyBars;
import dev.lockstep.domain.market.Quote;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The last quote and the last days of one instrument in JSON.
 *
 * @param symbol the instrument
 * @param bid the best bid in dollars, null if there is none
 * @param ask the best ask in dollars, null if there is none
 * @param at the time of the quote, null without a quote
 * @param last the last price in dollars, null if nothing is known
 * @param lastDay the beginning of the day in which it traded, null if nothing is known
 * @param previousClose the close before today in dollars, null if unknown
 */
public record SnapshotBody(
        String symbol,
        @Nullable String bid,
        @Nullable String ask,
        @Nullable String at,
        @Nullable String last,
        @Nullable String lastDay,
        @Nullable String previousClose) {
    /**
     * Returns the body of what is known.
     *
     * @param today the day in New York
     */
    public static SnapshotBody of(
            Symbol symbol, @Nullable Quote quote, @Nullable DailyBars days, LocalDate today) {
        return new SnapshotBody(
                symbol.value(),
                quote == null ? null : text(quote.bidPx()),
                quote == null ? null : text(quote.askPx()),
                quote == null ? null : quote.quotedAt().toString(),
                days == null ? null : days.last().close().toString(),
                days == null ? null : days.last().from().toString(),
                days == null ? null : text(days.lastClose(today).orElse(null)));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
