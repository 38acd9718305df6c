package dev.lockstep.contracts;

import dev.lockstep.domain.instrument.Asset;
import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Bar;
import dev.lockstep.domain.market.DailyBars;
import dev.lockstep.domain.market.Quote;
import dev.lockstep.domain.market.Trade;
import dev.lockstep.domain.market.TradingDay;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.port.broker.AssetLookup;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.broker.BarQuery;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.MarketData;
import dev.lockstep.domain.port.broker.TradingCalendar;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A market made of code: it tells what a test has set. Safe for use by several threads. */
public final class FakeMarket implements MarketData, Assets, TradingCalendar {
    private static final BrokerFault DOWN =
            new BrokerFault(
                    BrokerFault.Kind.UNREACHABLE,
                    "the fake market is down",
                    Evidence.local("fake market"));

    private final Map<Symbol, Quote> quotes = new HashMap<>();
    private final Map<Symbol, Trade> trades = new HashMap<>();
    private final Map<Symbol, Bar> bars = new HashMap<>();
    private final Map<Symbol, Asset> assets = new TreeMap<>();
    private final Map<LocalDate, TradingDay> days = new TreeMap<>();
    private final Map<Symbol, DailyBars> dailyBars = new HashMap<>();
    private final Map<Symbol, List<Bar>> earlier = new HashMap<>();
    private boolean down;
    private int questions;

    /** Whether every question fails. */
    public synchronized void down(boolean now) {
        down = now;
    }

    /** How many questions were asked. */
    public synchronized int questions() {
        return questions;
    }

    /** Sets the last quote of its instrument. */
    public synchronized void set(Quote quote) {
        quotes.put(quote.symbol(), quote);
    }

    /** Sets the last trade of its instrument. */
    public synchronized void set(Trade trade) {
        trades.put(trade.symbol(), trade);
    }

    /** Sets the last bar of its instrument. */
    public synchronized void set(Bar bar) {
        bars.put(bar.symbol(), bar);
    }

    /** Sets the bars of an instrument, oldest first. */
    public synchronized void set(Symbol symbol, List<Bar> all) {
        earlier.put(symbol, List.copyOf(all));
    }

    /** Sets the bars of the last days of an instrument. */
    public synchronized void set(DailyBars bars) {
        dailyBars.put(bars.last().symbol(), bars);
    }

    /** Offers an instrument. */
    public synchronized void set(Asset asset) {
        assets.put(asset.symbol(), asset);
    }

    /** Opens on a day. */
    public synchronized void set(TradingDay day) {
        days.put(day.date(), day);
    }

    @Override
    public synchronized FetchResult<Map<Symbol, Quote>> latestQuotes(Set<Symbol> symbols) {
        return reported(of(symbols, quotes));
    }

    @Override
    public synchronized FetchResult<Map<Symbol, Trade>> latestTrades(Set<Symbol> symbols) {
        return reported(of(symbols, trades));
    }

    @Override
    public synchronized FetchResult<Map<Symbol, Bar>> latestBars(Set<Symbol> symbols) {
        return reported(of(symbols, bars));
    }

    @Override
    public synchronized FetchResult<List<Bar>> bars(BarQuery query) {
        List<Bar> last = List.copyOf(of(Set.of(query.symbol()), bars).values());
        return reported(
                earlier.getOrDefault(query.symbol(), last).stream()
                        .filter(bar -> !bar.from().isBefore(query.since()))
                        .toList());
    }

    @Override
    public synchronized FetchResult<Map<Symbol, DailyBars>> latestDays(Set<Symbol> symbols) {
        return reported(of(symbols, dailyBars));
    }

    @Override
    public synchronized AssetLookup find(Symbol symbol) {
        if (down) {
            return new AssetLookup.Failed(DOWN);
        }
        Asset asset = assets.get(symbol);
        return asset == null ? new AssetLookup.Absent(symbol) : new AssetLookup.Found(asset);
    }

    @Override
    public synchronized FetchResult<List<Asset>> all(AssetClass assetClass) {
        return reported(
                assets.values().stream()
                        .filter(asset -> asset.symbol().assetClass() == assetClass)
                        .toList());
    }

    @Override
    public synchronized FetchResult<List<TradingDay>> days(LocalDate from, LocalDate to) {
        return reported(
                days.values().stream()
                        .filter(day -> !day.date().isBefore(from) && !day.date().isAfter(to))
                        .toList());
    }

    private static <T> Map<Symbol, T> of(Set<Symbol> symbols, Map<Symbol, T> known) {
        Map<Symbol, T> requested = new HashMap<>(known);
        requested.keySet().retainAll(symbols);
        return requested;
    }

    private <T> FetchResult<T> reported(T answer) {
        questions++;
        return down ? new FetchResult.Failed<>(DOWN) : new FetchResult.Complete<>(answer);
    }
}
