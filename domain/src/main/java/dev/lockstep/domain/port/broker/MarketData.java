package dev.lockstep.domain.port.broker;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Bar;
import dev.lockstep.domain.market.DailyBars;
import dev.lockstep.domain.market.Quote;
import dev.lockstep.domain.market.Trade;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Market data. An instrument without data is missing in the answer; each price has its time.
 *
 * <p>Implementations are thread-safe, bound every call in time, and return every failure as a
 * value.
 */
public interface MarketData {
    /** The most instruments in one question. */
    int MAX_SYMBOLS = 1_000;

    /** Returns market data that is never there, so that a limit that needs a price denies. */
    static MarketData unavailable() {
        BrokerFault fault = BrokerFault.unavailable("there is no market data");
        return new MarketData() {
            @Override
            public FetchResult<Map<Symbol, Quote>> latestQuotes(Set<Symbol> symbols) {
                return new FetchResult.Failed<>(fault);
            }

            @Override
            public FetchResult<Map<Symbol, Trade>> latestTrades(Set<Symbol> symbols) {
                return new FetchResult.Failed<>(fault);
            }

            @Override
            public FetchResult<Map<Symbol, Bar>> latestBars(Set<Symbol> symbols) {
                return new FetchResult.Failed<>(fault);
            }

            @Override
            public FetchResult<List<Bar>> bars(BarQuery query) {
                return new FetchResult.Failed<>(fault);
            }

            @Override
            public FetchResult<Map<Symbol, DailyBars>> latestDays(Set<Symbol> symbols) {
                return new FetchResult.Failed<>(fault);
            }
        };
    }

    /**
     * Returns the last quote of each.
     *
     * @param symbols at most {@link #MAX_SYMBOLS}
     */
    FetchResult<Map<Symbol, Quote>> latestQuotes(Set<Symbol> symbols);

    /**
     * Returns the last trade of each.
     *
     * @param symbols at most {@link #MAX_SYMBOLS}
     */
    FetchResult<Map<Symbol, Trade>> latestTrades(Set<Symbol> symbols);

    /**
     * Returns the last minute of each in which something traded.
     *
     * @param symbols at most {@link #MAX_SYMBOLS}
     */
    FetchResult<Map<Symbol, Bar>> latestBars(Set<Symbol> symbols);

    /**
     * Returns the newest bars of an instrument, oldest first; the last one may still change. Prices
     * before a split are in today's shares.
     */
    FetchResult<List<Bar>> bars(BarQuery query);

    /**
     * Returns the bars of the last two days of each.
     *
     * @param symbols at most {@link #MAX_SYMBOLS}
     */
    FetchResult<Map<Symbol, DailyBars>> latestDays(Set<Symbol> symbols);
}
