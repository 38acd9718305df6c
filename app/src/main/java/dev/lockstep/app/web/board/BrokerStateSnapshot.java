package dev.lockstep.app.web.board;

import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.account.HistorySpan;
import dev.lockstep.domain.account.PortfolioHistory;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Bar;
import dev.lockstep.domain.market.DailyBars;
import dev.lockstep.domain.market.Quote;
import dev.lockstep.domain.market.Timeframe;
import dev.lockstep.domain.market.Trade;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.port.broker.BarQuery;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The broker's account and market, fetched once for all clients and cached for a moment. */
public final class BrokerStateSnapshot {
    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final Duration LONGEST_OF_HISTORY = Duration.ofSeconds(5);
    private static final Duration LONGEST_OF_BARS = Duration.ofSeconds(2);
    private static final Duration LONGEST_OF_DAYS = Duration.ofSeconds(5);

    private final TtlCache<String, FetchResult<Account>> account;
    private final TtlCache<HistorySpan, FetchResult<PortfolioHistory>> history;
    private final TtlCache<Set<Symbol>, FetchResult<Map<Symbol, Quote>>> quotes;
    private final TtlCache<Set<Symbol>, FetchResult<Map<Symbol, Trade>>> trades;
    private final TtlCache<Set<Symbol>, FetchResult<Map<Symbol, DailyBars>>> days;
    private final TtlCache<Span, FetchResult<List<Bar>>> bars;
    private final TtlCache<String, FetchResult<FetchedList<BrokerOrder>>> externalOrders;

    /** Creates the snapshot. */
    public BrokerStateSnapshot(TradingPlatform tradingPlatform, InstantSource clock) {
        this.account = new TtlCache<>(LONGEST, clock, _ -> tradingPlatform.broker().account());
        this.history =
                new TtlCache<>(
                        LONGEST_OF_HISTORY,
                        clock,
                        span -> tradingPlatform.display().history().portfolio(span));
        this.externalOrders =
                new TtlCache<>(
                        LONGEST_OF_HISTORY,
                        clock,
                        _ -> tradingPlatform.brokerUseCases().externalOrders().list());
        this.bars =
                new TtlCache<>(
                        LONGEST_OF_BARS,
                        clock,
                        span ->
                                tradingPlatform
                                        .display()
                                        .marketData()
                                        .bars(span.until(clock.instant())));
        this.quotes =
                new TtlCache<>(
                        LONGEST,
                        clock,
                        symbols -> tradingPlatform.display().marketData().latestQuotes(symbols));
        this.trades =
                new TtlCache<>(
                        LONGEST,
                        clock,
                        symbols -> tradingPlatform.display().marketData().latestTrades(symbols));
        this.days =
                new TtlCache<>(
                        LONGEST_OF_DAYS,
                        clock,
                        symbols -> tradingPlatform.display().marketData().latestDays(symbols));
    }

    /** Returns the account. */
    public FetchResult<Account> account() {
        return account.of("");
    }

    /** Returns the open external orders. */
    public FetchResult<FetchedList<BrokerOrder>> externalOrders() {
        return externalOrders.of("");
    }

    /** Returns the equity over time. */
    public FetchResult<PortfolioHistory> history(HistorySpan span) {
        return history.of(span);
    }

    /** Returns the newest bars, oldest first. */
    public FetchResult<List<Bar>> bars(Span span) {
        return bars.of(span);
    }

    /**
     * The newest bars of an instrument.
     *
     * @param symbol the instrument
     * @param timeframe the length of each bar
     * @param limit the most bars
     */
    public record Span(Symbol symbol, Timeframe timeframe, int limit) {
        BarQuery until(Instant now) {
            return BarQuery.latest(symbol, timeframe, limit, now);
        }
    }

    /** Returns the last quotes; an instrument without one is missing. */
    public FetchResult<Map<Symbol, Quote>> quotes(Set<Symbol> symbols) {
        return quotes.of(symbols);
    }

    /** Returns the last trades; an instrument without one is missing. */
    public FetchResult<Map<Symbol, Trade>> trades(Set<Symbol> symbols) {
        return trades.of(symbols);
    }

    /** Returns the bars of the last two days; an instrument without bars is missing. */
    public FetchResult<Map<Symbol, DailyBars>> days(Set<Symbol> symbols) {
        return days.of(symbols);
    }
}
