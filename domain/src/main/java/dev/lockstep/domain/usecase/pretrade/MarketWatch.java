package dev.lockstep.domain.usecase.pretrade;

import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Quote;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.MarketData;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.risk.MarketView;
import dev.lockstep.domain.risk.MarketView.BrokerHolding;
import dev.lockstep.domain.risk.MarketView.DayResult;
import dev.lockstep.domain.risk.MarketView.Need;
import dev.lockstep.domain.risk.MarketView.Prices;
import dev.lockstep.domain.risk.Observation;
import dev.lockstep.domain.risk.Verdict;
import dev.lockstep.domain.usecase.sync.PositionSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks from outside what the checks of an order need: only when it is needed, once for all who want
 * to know, and remembered for a moment. Safe for use by several threads.
 */
public final class MarketWatch {
    private static final Duration MAX_PRICE_AGE = Duration.ofSeconds(1);

    /** Quoted longer ago, a price says little of the market a moment from now. */
    private static final Duration MAX_QUOTE_AGE = Duration.ofMinutes(1);

    private static final Duration MAX_DAY_AGE = Duration.ofSeconds(3);
    private static final Duration MAX_HOLDING_AGE = Duration.ofSeconds(2);

    private final Broker broker;
    private final @Nullable MarketData market;
    private final InstantSource clock;
    private final QuoteFreshness freshness;
    private final SharedAnswers<Symbol, Quote> quotes;
    private final SharedAnswers<Day, DayResult> days;
    private final SharedAnswers<HoldingKey, BrokerHolding> holdings;

    /** A watch that asks these two. */
    public MarketWatch(Broker broker, MarketData market, InstantSource clock) {
        this(clock, broker, market);
    }

    /** A watch that has nobody to ask for prices, so that a limit that needs one denies. */
    public MarketWatch(Broker broker, InstantSource clock) {
        this(clock, broker, null);
    }

    private MarketWatch(InstantSource clock, Broker broker, @Nullable MarketData market) {
        this.broker = broker;
        this.market = market;
        this.clock = clock;
        this.freshness = new QuoteFreshness(broker, clock);
        this.quotes = new SharedAnswers<>(MAX_PRICE_AGE, clock, this::askedQuote);
        this.days = new SharedAnswers<>(MAX_DAY_AGE, clock, this::askedDay);
        this.holdings = new SharedAnswers<>(MAX_HOLDING_AGE, clock, this::askedHolding);
    }

    /** What is remembered; nobody is asked. */
    MarketView known(Symbol symbol) {
        return MarketView.NOTHING
                .withPrices(knownPrices(quotes.known(symbol)))
                .withDay(days.known(Day.TODAY));
    }

    /** The view with what the verdict needs. */
    MarketView asked(MarketView view, Symbol symbol, Verdict.Undecided verdict) {
        MarketView asked = view;
        for (Need need : verdict.needs()) {
            asked =
                    switch (need) {
                        case PRICES -> asked.withPrices(prices(quotes.asked(symbol)));
                        case DAY_RESULT -> asked.withDay(days.asked(Day.TODAY));
                        case BROKER_HOLDING ->
                                asked.withHolding(
                                        holdings.asked(
                                                new HoldingKey(symbol, verdict.holdingVersion())));
                    };
        }
        return asked;
    }

    /** What the broker holds now. Nothing remembered: after a fill it could be too little. */
    FetchResult<NetQuantity> heldNow(Symbol symbol) {
        return switch (broker.positions()) {
            case FetchResult.Complete<FetchedList<Position>> complete ->
                    of(symbol, complete.value());
            case FetchResult.Failed<FetchedList<Position>> failed ->
                    new FetchResult.Failed<>(failed.fault());
        };
    }

    /** A quote of the market as it is now; empty where none can be had, or the market rests. */
    Optional<Quote> quoteNow(Symbol symbol) {
        Instant oldest = clock.instant().minus(MAX_QUOTE_AGE);
        return quotes.asked(symbol) instanceof Observation.Seen<Quote>(Quote quote, Instant _)
                        && quote.quotedAt().isAfter(oldest)
                ? Optional.of(quote)
                : Optional.empty();
    }

    private Observation<Quote> askedQuote(Symbol symbol) {
        if (market == null) {
            return new Observation.Missing<>("there is no market data");
        }
        Instant now = clock.instant();
        return switch (market.latestQuotes(Set.of(symbol))) {
            case FetchResult.Complete<Map<Symbol, Quote>> complete ->
                    seen(complete.value().get(symbol), now);
            case FetchResult.Failed<Map<Symbol, Quote>> failed ->
                    new Observation.Missing<>(failed.fault().text());
        };
    }

    private static Observation<Quote> seen(@Nullable Quote quote, Instant now) {
        return quote == null
                ? new Observation.Missing<>("there is no quote")
                : new Observation.Seen<>(quote, now);
    }

    /** What is remembered, if our own clock says that it is recent. */
    private Observation<Prices> knownPrices(Observation<Quote> observed) {
        return observed instanceof Observation.Seen<Quote>(Quote quote, Instant _)
                        && freshness.recent(quote)
                ? prices(observed)
                : new Observation.NotAsked<>();
    }

    private Observation<Prices> prices(Observation<Quote> observed) {
        return switch (observed) {
            case Observation.NotAsked<Quote> _ -> new Observation.NotAsked<>();
            case Observation.Seen<Quote>(Quote quote, Instant at) ->
                    freshness.fresh(quote)
                            ? new Observation.Seen<>(new Prices(quote.bidPx(), quote.askPx()), at)
                            : new Observation.Missing<>(
                                    "no fresh price: the last quote is of " + quote.quotedAt());
            case Observation.Missing<Quote>(String text) -> new Observation.Missing<>(text);
        };
    }

    private Observation<DayResult> askedDay(Day day) {
        Instant now = clock.instant();
        return switch (broker.account()) {
            case FetchResult.Complete<Account> complete -> day(complete.value(), now);
            case FetchResult.Failed<Account> failed ->
                    new Observation.Missing<>(failed.fault().text());
        };
    }

    private static Observation<DayResult> day(Account account, Instant now) {
        Money lastEquity = account.lastEquity();
        return lastEquity == null
                ? new Observation.Missing<>("the broker does not tell the equity at the last close")
                : new Observation.Seen<>(new DayResult(account.equity(), lastEquity), now);
    }

    private Observation<BrokerHolding> askedHolding(HoldingKey key) {
        Instant now = clock.instant();
        return switch (heldNow(key.symbol())) {
            case FetchResult.Complete<NetQuantity> complete ->
                    new Observation.Seen<>(new BrokerHolding(complete.value(), key.version()), now);
            case FetchResult.Failed<NetQuantity> failed ->
                    new Observation.Missing<>(failed.fault().text());
        };
    }

    /** A position that cannot be read is not flat. */
    private static FetchResult<NetQuantity> of(Symbol symbol, FetchedList<Position> positions) {
        PositionSnapshot look = PositionSnapshot.only(positions);
        return look.unreadable(symbol)
                .<FetchResult<NetQuantity>>map(item -> new FetchResult.Failed<>(item.fault()))
                .orElseGet(() ->
                        new FetchResult.Complete<>(
                                look.position(symbol)
                                        .map(Position::netQty)
                                        .orElse(NetQuantity.FLAT)));
    }

    /** There is but one account, and so one question about it. */
    private enum Day {
        TODAY
    }

    /** Once our own holding has changed, what the broker held before it is of no use. */
    private record HoldingKey(Symbol symbol, long version) {}
}
