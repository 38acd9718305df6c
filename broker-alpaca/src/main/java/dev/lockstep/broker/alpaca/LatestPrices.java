package dev.lockstep.broker.alpaca;

import dev.lockstep.broker.alpaca.wire.MarketMapper;
import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Bar;
import dev.lockstep.domain.market.DailyBars;
import dev.lockstep.domain.market.Quote;
import dev.lockstep.domain.market.Timeframe;
import dev.lockstep.domain.market.Trade;
import dev.lockstep.domain.port.broker.BarQuery;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.MarketData;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/** Alpaca implementation of {@link MarketData}. Stocks and crypto pairs have separate endpoints. */
final class LatestPrices implements MarketData {
    private final Api api;
    private final AlpacaQueries questions;

    /**
     * Creates the market data client.
     *
     * @param api the market data host
     * @param questions sends the queries
     */
    LatestPrices(Api api, AlpacaQueries questions) {
        this.api = api;
        this.questions = questions;
    }

    @Override
    public FetchResult<Map<Symbol, Quote>> latestQuotes(Set<Symbol> symbols) {
        return latest("quotes", symbols, MarketMapper::quotes);
    }

    @Override
    public FetchResult<Map<Symbol, Trade>> latestTrades(Set<Symbol> symbols) {
        return latest("trades", symbols, MarketMapper::trades);
    }

    @Override
    public FetchResult<Map<Symbol, Bar>> latestBars(Set<Symbol> symbols) {
        return latest("bars", symbols, MarketMapper::bars);
    }

    @Override
    public FetchResult<List<Bar>> bars(BarQuery query) {
        HttpUrl.Builder address =
                switch (query.symbol().assetClass()) {
                    case US_EQUITY ->
                            api.address("v2/stocks/bars").addQueryParameter("adjustment", "split");
                    case CRYPTO -> api.address("v1beta3/crypto/us/bars");
                };
        address.addQueryParameter("symbols", query.symbol().value())
                .addQueryParameter("timeframe", keyword(query.timeframe()))
                .addQueryParameter("start", query.since().toString())
                .addQueryParameter("limit", String.valueOf(query.limit()))
                .addQueryParameter("sort", "desc");
        return questions.ask(address, body -> MarketMapper.bars(body, query.symbol()).reversed());
    }

    private static String keyword(Timeframe timeframe) {
        return switch (timeframe) {
            case ONE_MINUTE -> "1Min";
            case FIVE_MINUTES -> "5Min";
            case FIFTEEN_MINUTES -> "15Min";
            case ONE_HOUR -> "1Hour";
            case ONE_DAY -> "1Day";
        };
    }

    @Override
    public FetchResult<Map<Symbol, DailyBars>> latestDays(Set<Symbol> symbols) {
        return each(symbols, LatestPrices::snapshots, MarketMapper::days);
    }

    private <T> FetchResult<Map<Symbol, T>> latest(
            String kind, Set<Symbol> symbols, AlpacaQueries.Reading<Map<Symbol, T>> reading) {
        return each(symbols, assetClass -> path(assetClass, kind), reading);
    }

    private <T> FetchResult<Map<Symbol, T>> each(
            Set<Symbol> symbols,
            Function<AssetClass, String> path,
            AlpacaQueries.Reading<Map<Symbol, T>> reading) {
        if (symbols.size() > MAX_SYMBOLS) {
            throw new InvalidValueException(
                    "symbols", symbols.size() + " symbols", "at most " + MAX_SYMBOLS);
        }
        Map<Symbol, T> all = new LinkedHashMap<>();
        for (AssetClass assetClass : AssetClass.values()) {
            String names = names(symbols, assetClass);
            if (names.isEmpty()) {
                continue;
            }
            HttpUrl.Builder address =
                    api.address(path.apply(assetClass)).addQueryParameter("symbols", names);
            switch (questions.ask(address, reading)) {
                case FetchResult.Complete<Map<Symbol, T>>(Map<Symbol, T> some) -> all.putAll(some);
                case FetchResult.Failed<Map<Symbol, T>> failed -> {
                    return failed;
                }
            }
        }
        all.keySet().retainAll(symbols);
        return new FetchResult.Complete<>(all);
    }

    private static String path(AssetClass assetClass, String kind) {
        return switch (assetClass) {
            case US_EQUITY -> "v2/stocks/" + kind + "/latest";
            case CRYPTO -> "v1beta3/crypto/us/latest/" + kind;
        };
    }

    private static String snapshots(AssetClass assetClass) {
        return switch (assetClass) {
            case US_EQUITY -> "v2/stocks/snapshots";
            case CRYPTO -> "v1beta3/crypto/us/snapshots";
        };
    }

    private static String names(Set<Symbol> symbols, AssetClass assetClass) {
        return new TreeSet<>(symbols)
                .stream()
                        .filter(symbol -> symbol.assetClass() == assetClass)
                        .map(Symbol::value)
                        .collect(Collectors.joining(","));
    }
}
