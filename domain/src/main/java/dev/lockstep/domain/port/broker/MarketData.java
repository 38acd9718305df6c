package dev.lockstep.domain.port.broker;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Bar;
import dev.lockstep.domain.market.Quote;
import dev.lockstep.domain.market.Trade;
import java.util.Map;
import java.util.Set;

/**
 * At what prices others trade. An instrument of which nothing is known is missing in the answer;
 * how old a price is, it tells itself.
 *
 * <p>Implementations are safe for use by several threads, bound every call in time, and answer
 * every failure by a value.
 */
public interface MarketData {
    /** The most instruments in one question. */
    int MAX_SYMBOLS = 1_000;

    /**
     * The last quote of each.
     *
     * @param symbols at most {@link #MAX_SYMBOLS}
     */
    FetchResult<Map<Symbol, Quote>> latestQuotes(Set<Symbol> symbols);

    /**
     * The last trade of each.
     *
     * @param symbols at most {@link #MAX_SYMBOLS}
     */
    FetchResult<Map<Symbol, Trade>> latestTrades(Set<Symbol> symbols);

    /**
     * The last minute of each in which something traded.
     *
     * @param symbols at most {@link #MAX_SYMBOLS}
     */
    FetchResult<Map<Symbol, Bar>> latestBars(Set<Symbol> symbols);
}
