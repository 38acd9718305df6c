package dev.lockstep.domain.usecase.report;

import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.account.HistorySpan;
import dev.lockstep.domain.account.PortfolioHistory;
import dev.lockstep.domain.account.PortfolioHistory.Point;
import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Bar;
import dev.lockstep.domain.market.Timeframe;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.port.broker.AccountHistory;
import dev.lockstep.domain.port.broker.BarQuery;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.MarketData;
import dev.lockstep.domain.port.store.Adjustments;
import dev.lockstep.domain.port.store.Adjustments.AdjustmentQuery;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.position.DayTrades;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.query.AdjustmentScanner;
import dev.lockstep.domain.usecase.report.StatementInstruments.Prices;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reconciles the equity of one day with that of the day before: by the stored executions and
 * adjustments, and by the closing prices and the equity that the broker reports.
 */
public final class MakeStatement {
    private static final int DAYS_OF_MONTH = 25;
    private static final int DAYS_OF_QUARTER = 85;

    /** The last close before a day is not older, not even after holidays. */
    private static final Duration LONGEST_PAUSE = Duration.ofDays(10);

    private final AccountHistory history;
    private final Broker broker;
    private final MarketData marketData;
    private final Fills fills;
    private final Adjustments adjustments;
    private final InstantSource clock;

    /** Builds the use case on its ports. */
    public MakeStatement(
            AccountHistory history,
            Broker broker,
            MarketData marketData,
            Fills fills,
            Adjustments adjustments,
            InstantSource clock) {
        this.history = history;
        this.broker = broker;
        this.marketData = marketData;
        this.fills = fills;
        this.adjustments = adjustments;
        this.clock = clock;
    }

    /** Returns the current day in New York. */
    public LocalDate today() {
        return DayTrades.dayOf(clock.instant());
    }

    /**
     * Makes the statement of a day, of today with the equity as of now.
     *
     * @throws InvalidValueException if the day has not begun
     */
    public StatementResult of(LocalDate day) {
        LocalDate today = today();
        if (day.isAfter(today)) {
            throw new InvalidValueException("day", day, "today, " + today + ", or an earlier day");
        }
        return switch (equity(day, today)) {
            case FetchResult.Failed<Equity>(BrokerFault fault) -> new StatementResult.Failed(fault);
            case FetchResult.Complete<Equity>(Equity equity) ->
                    equity.opening() == null || equity.closing() == null
                            ? new StatementResult.WithoutEquity(day)
                            : made(day, equity, equity.opening(), equity.closing());
        };
    }

    private StatementResult made(LocalDate day, Equity equity, Money opening, Money closing) {
        StatementInstruments sums = added(day);
        return switch (prices(sums.symbols(), day, equity)) {
            case FetchResult.Failed<Map<Symbol, Prices>>(BrokerFault fault) ->
                    new StatementResult.Failed(fault);
            case FetchResult.Complete<Map<Symbol, Prices>>(Map<Symbol, Prices> prices) ->
                    new StatementResult.Made(
                            new Statement(
                                    day,
                                    equity.asOf(),
                                    opening,
                                    closing,
                                    sums.priced(prices),
                                    sums.flows(prices),
                                    fills.completeUntil().orElse(null),
                                    adjustments.completeUntil().orElse(null)));
        };
    }

    /** Of today the equity is that of the positions' prices, which are newer than any bar. */
    private FetchResult<Map<Symbol, Prices>> prices(
            Set<Symbol> symbols, LocalDate day, Equity equity) {
        Map<Symbol, Price> current = new HashMap<>();
        if (equity.asOf() != null) {
            switch (broker.positions()) {
                case FetchResult.Complete<FetchedList<Position>>(FetchedList<Position> list) ->
                        list.items().forEach(each -> keepPrice(current, each));
                case FetchResult.Failed<FetchedList<Position>>(BrokerFault fault) -> {
                    return new FetchResult.Failed<>(fault);
                }
            }
        }
        Map<Symbol, Prices> prices = new HashMap<>();
        for (Symbol symbol : symbols) {
            switch (bars(symbol, day)) {
                case FetchResult.Complete<List<Bar>>(List<Bar> bars) ->
                        prices.put(symbol, prices(bars, day, current.get(symbol)));
                case FetchResult.Failed<List<Bar>>(BrokerFault fault) -> {
                    return new FetchResult.Failed<>(fault);
                }
            }
        }
        return new FetchResult.Complete<>(prices);
    }

    private static void keepPrice(Map<Symbol, Price> prices, Position position) {
        Price price = position.marketPx();
        if (price != null) {
            prices.put(position.symbol(), price);
        }
    }

    private static Prices prices(List<Bar> bars, LocalDate day, @Nullable Price current) {
        return new Prices(
                lastClose(bars, day), current == null ? lastClose(bars, day.plusDays(1)) : current);
    }

    private StatementInstruments added(LocalDate day) {
        Instant to = DayTrades.startOf(day.plusDays(1));
        StatementInstruments sums = new StatementInstruments(DayTrades.startOf(day), to);
        new AdjustmentScanner(adjustments).of(AdjustmentQuery.all(), sums::add);
        fills.between(Instant.EPOCH, to).forEach(sums::add);
        return sums;
    }

    private FetchResult<Equity> equity(LocalDate day, LocalDate today) {
        if (!day.equals(today)) {
            return past(day, today);
        }
        return switch (broker.account()) {
            case FetchResult.Complete<Account>(Account account) ->
                    new FetchResult.Complete<>(
                            new Equity(account.lastEquity(), account.equity(), clock.instant()));
            case FetchResult.Failed<Account>(BrokerFault fault) -> new FetchResult.Failed<>(fault);
        };
    }

    private FetchResult<Equity> past(LocalDate day, LocalDate today) {
        long age = ChronoUnit.DAYS.between(day, today);
        HistorySpan span =
                age <= DAYS_OF_MONTH
                        ? HistorySpan.MONTH
                        : age <= DAYS_OF_QUARTER ? HistorySpan.QUARTER : HistorySpan.YEAR;
        return switch (history.portfolio(span)) {
            case FetchResult.Complete<PortfolioHistory>(PortfolioHistory found) ->
                    new FetchResult.Complete<>(equity(found, day));
            case FetchResult.Failed<PortfolioHistory>(BrokerFault fault) ->
                    new FetchResult.Failed<>(fault);
        };
    }

    private static Equity equity(PortfolioHistory history, LocalDate day) {
        Money opening = null;
        Money closing = null;
        for (Point point : history.points()) {
            LocalDate of = DayTrades.dayOf(point.from());
            if (of.isBefore(day)) {
                opening = point.equity() == null ? opening : point.equity();
            } else if (of.equals(day)) {
                closing = point.equity();
            }
        }
        return new Equity(opening, closing, null);
    }

    private FetchResult<List<Bar>> bars(Symbol symbol, LocalDate day) {
        Instant since = DayTrades.startOf(day).minus(LONGEST_PAUSE);
        return marketData.bars(new BarQuery(symbol, Timeframe.ONE_DAY, since, BarQuery.MAX_BARS));
    }

    /** A day of crypto is a day of UTC. */
    private static @Nullable Price lastClose(List<Bar> bars, LocalDate before) {
        Price last = null;
        for (Bar bar : bars) {
            LocalDate day =
                    bar.symbol().assetClass() == AssetClass.CRYPTO
                            ? LocalDate.ofInstant(bar.from(), ZoneOffset.UTC)
                            : DayTrades.dayOf(bar.from());
            last = day.isBefore(before) ? bar.close() : last;
        }
        return last;
    }

    /**
     * The equity before and after a day.
     *
     * @param opening dollars, null if unknown
     * @param closing dollars, null if unknown
     * @param asOf the time of the closing equity if the day has not ended
     */
    private record Equity(
            @Nullable Money opening, @Nullable Money closing, @Nullable Instant asOf) {}
}
