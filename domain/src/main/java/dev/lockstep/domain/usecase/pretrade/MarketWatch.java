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
import dev.lockstep.domain.port.venue.Venue;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.risk.MarketView;
import dev.lockstep.domain.risk.MarketView.BrokerHolding;
import dev.lockstep.domain.risk.MarketView.DayResult;
import dev.lockstep.domain.risk.MarketView.Need;
import dev.lockstep.domain.risk.MarketView.Prices;
import dev.lockstep.domain.risk.Observation;
import dev.lockstep.domain.risk.Verdict;
import dev.lockstep.domain.usecase.sync.PositionSnapshot;
import dev.lockstep.domain.value.ShownValue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the external data that the checks of an order need: only when needed, once for all
 * callers, and cached for a moment. Thread-safe.
 */
public final class MarketWatch {
    private static final Duration MAX_PRICE_AGE = Duration.ofSeconds(1);

    /** Quoted longer ago, a price says little of the market a moment from now. */
    private static final Duration MAX_QUOTE_AGE = Duration.ofMinutes(1);

    private static final Duration MAX_DAY_AGE = Duration.ofSeconds(3);
    private static final Duration MAX_HOLDING_AGE = Duration.ofSeconds(2);

    private final Broker broker;
    private final MarketData market;
    private final InstantSource clock;
    private final QuoteFreshness freshness;
    private final SharedAnswers<Symbol, Quote> quotes;
    private final SharedAnswers<Day, DayResult> days;
    private final SharedAnswers<HoldingKey, BrokerHolding> holdings;
    private final PortfolioWatch portfolio;

    public MarketWatch(Broker broker, MarketData market, InstantSource clock) {
        this.broker = broker;
        this.market = market;
        this.clock = clock;
        this.freshness = new QuoteFreshness(broker, clock);
        this.quotes = new SharedAnswers<>(MAX_PRICE_AGE, clock, this::askedQuote);
        this.days = new SharedAnswers<>(MAX_DAY_AGE, clock, this::askedDay);
        this.holdings = new SharedAnswers<>(MAX_HOLDING_AGE, clock, this::askedHolding);
        this.portfolio = new PortfolioWatch(broker, market, clock, this::prices);
    }

    /** Returns the rules of the venue. */
    Venue venue() {
        return broker.venue();
    }

    /** Returns cached data; makes no request. */
    MarketView known(Symbol symbol) {
        return MarketView.NOTHING
                .withPrices(knownPrices(quotes.known(symbol)))
                .withDay(days.known(Day.TODAY));
    }

    /** Returns the view with what the verdict needs. */
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
                        case MARKS -> asked.withMarks(portfolio.marks(verdict.symbols()));
                        case LAST_CLOSES -> asked.withCloses(portfolio.closes(verdict.symbols()));
                        case ACCOUNT_CASH -> asked.withCash(portfolio.cash(verdict.bookVersion()));
                    };
        }
        return asked;
    }

    /** Fetches the broker's position; never from the cache, which could lack a fill. */
    FetchResult<NetQuantity> heldNow(Symbol symbol) {
        return switch (broker.positions()) {
            case FetchResult.Complete<FetchedList<Position>> complete ->
                    of(symbol, complete.value());
            case FetchResult.Failed<FetchedList<Position>> failed ->
                    new FetchResult.Failed<>(failed.fault());
        };
    }

    /**
     * Returns a quote of the market as it is now; empty where none can be had, or the market rests.
     */
    Optional<Quote> quoteNow(Symbol symbol) {
        Instant oldest = clock.instant().minus(MAX_QUOTE_AGE);
        return quotes.asked(symbol) instanceof Observation.Seen<Quote>(Quote quote, Instant _)
                        && quote.quotedAt().isAfter(oldest)
                ? Optional.of(quote)
                : Optional.empty();
    }

    private Observation<Quote> askedQuote(Symbol symbol) {
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

    /** Returns cached prices that are recent by our own clock. */
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
                                    "no fresh price: the last quote is of "
                                            + ShownValue.seconds(quote.quotedAt()));
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
                ? new Observation.Missing<>(
                        "the broker does not report the equity at the last close")
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

    /** Returns a position that cannot be read is not flat. */
    private static FetchResult<NetQuantity> of(Symbol symbol, FetchedList<Position> positions) {
        PositionSnapshot snapshot = PositionSnapshot.only(positions);
        return snapshot.unreadable(symbol)
                .<FetchResult<NetQuantity>>map(item -> new FetchResult.Failed<>(item.fault()))
                .orElseGet(() ->
                        new FetchResult.Complete<>(
                                snapshot.position(symbol)
                                        .map(Position::netQty)
                                        .orElse(NetQuantity.FLAT)));
    }

    /** The key of the account, of which there is only one. */
    private enum Day {
        TODAY
    }

    /** Once our own holding has changed, what the broker held before it is of no use. */
    private record HoldingKey(Symbol symbol, long version) {}
}
