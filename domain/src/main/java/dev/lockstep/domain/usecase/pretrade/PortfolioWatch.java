package dev.lockstep.domain.usecase.pretrade;

import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.DailyBars;
import dev.lockstep.domain.market.Quote;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.MarketData;
import dev.lockstep.domain.position.DayTrades;
import dev.lockstep.domain.risk.MarketView.AccountCash;
import dev.lockstep.domain.risk.MarketView.Prices;
import dev.lockstep.domain.risk.Observation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Fetches the data of several instruments, and the account's cash, that the limits of a strategy
 * need; each question once for all callers. Thread-safe.
 */
final class PortfolioWatch {
    private static final Duration MAX_QUOTES_AGE = Duration.ofSeconds(1);
    private static final Duration MAX_CLOSES_AGE = Duration.ofMinutes(1);
    private static final Duration MAX_CASH_AGE = Duration.ofSeconds(2);
    private static final String NO_CLOSE = "the price at the last close is not known";

    private final Broker broker;
    private final MarketData market;
    private final InstantSource clock;
    private final Function<Observation<Quote>, Observation<Prices>> fresh;
    private final SharedAnswers<Set<Symbol>, Map<Symbol, Quote>> quotes;
    private final SharedAnswers<ClosesKey, Map<Symbol, DailyBars>> closes;
    private final SharedAnswers<Long, AccountCash> cash;

    /**
     * Creates the watch.
     *
     * @param fresh returns the prices of a quote, if it is fresh enough
     */
    PortfolioWatch(
            Broker broker,
            MarketData market,
            InstantSource clock,
            Function<Observation<Quote>, Observation<Prices>> fresh) {
        this.broker = broker;
        this.market = market;
        this.clock = clock;
        this.fresh = fresh;
        this.quotes =
                new SharedAnswers<>(
                        MAX_QUOTES_AGE, clock, symbols -> asked(symbols, MarketData::latestQuotes));
        this.closes =
                new SharedAnswers<>(
                        MAX_CLOSES_AGE, clock, key -> asked(key.symbols(), MarketData::latestDays));
        this.cash = new SharedAnswers<>(MAX_CASH_AGE, clock, this::askedCash);
    }

    /** Returns the quotes of these instruments. */
    Map<Symbol, Observation<Prices>> marks(Set<Symbol> symbols) {
        return each(symbols, quotes.asked(symbols), fresh, "there is no quote");
    }

    /** Returns the prices of these instruments at the last close, which hold for the whole day. */
    Map<Symbol, Observation<Price>> closes(Set<Symbol> symbols) {
        Instant now = clock.instant();
        LocalDate today = DayTrades.dayOf(now);
        return each(
                symbols,
                closes.asked(new ClosesKey(symbols, today)),
                known -> lastClose(known, today, now),
                NO_CLOSE);
    }

    private static Observation<Price> lastClose(
            Observation<DailyBars> known, LocalDate today, Instant now) {
        return switch (known) {
            case Observation.Seen<DailyBars>(DailyBars days, Instant _) ->
                    days.lastClose(today)
                            .<Observation<Price>>map(price -> new Observation.Seen<>(price, now))
                            .orElseGet(() -> new Observation.Missing<>(NO_CLOSE));
            case Observation.Missing<DailyBars>(String text) -> new Observation.Missing<>(text);
            case Observation.NotAsked<DailyBars> _ -> new Observation.NotAsked<>();
        };
    }

    /** Returns the account's cash, fetched while the holdings have this version. */
    Observation<AccountCash> cash(long bookVersion) {
        return cash.asked(bookVersion);
    }

    private <T> Observation<Map<Symbol, T>> asked(
            Set<Symbol> symbols,
            BiFunction<MarketData, Set<Symbol>, FetchResult<Map<Symbol, T>>> question) {
        if (symbols.size() > MarketData.MAX_SYMBOLS) {
            return new Observation.Missing<>(
                    "more than " + MarketData.MAX_SYMBOLS + " instruments at once");
        }
        Instant now = clock.instant();
        return switch (question.apply(market, symbols)) {
            case FetchResult.Complete<Map<Symbol, T>> complete ->
                    new Observation.Seen<>(complete.value(), now);
            case FetchResult.Failed<Map<Symbol, T>> failed ->
                    new Observation.Missing<>(failed.fault().text());
        };
    }

    private static <T, R> Map<Symbol, Observation<R>> each(
            Set<Symbol> symbols,
            Observation<Map<Symbol, T>> answer,
            Function<Observation<T>, Observation<R>> meaning,
            String absent) {
        Map<Symbol, Observation<R>> each = new HashMap<>();
        for (Symbol symbol : symbols) {
            each.put(
                    symbol,
                    switch (answer) {
                        case Observation.Seen<Map<Symbol, T>>(Map<Symbol, T> all, Instant at) -> {
                            T value = all.get(symbol);
                            yield value == null
                                    ? new Observation.Missing<>(absent)
                                    : meaning.apply(new Observation.Seen<>(value, at));
                        }
                        case Observation.Missing<Map<Symbol, T>>(String text) ->
                                new Observation.Missing<>(text);
                        case Observation.NotAsked<Map<Symbol, T>> _ -> new Observation.NotAsked<>();
                    });
        }
        return each;
    }

    private Observation<AccountCash> askedCash(Long bookVersion) {
        Instant now = clock.instant();
        return switch (broker.account()) {
            case FetchResult.Complete<Account> complete ->
                    new Observation.Seen<>(
                            new AccountCash(complete.value().cash(), bookVersion), now);
            case FetchResult.Failed<Account> failed ->
                    new Observation.Missing<>(failed.fault().text());
        };
    }

    private record ClosesKey(Set<Symbol> symbols, LocalDate day) {}
}
