package dev.lockstep.simulator.server.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.history.BarSeries;
import dev.lockstep.simulator.exchange.history.MarketBar;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.server.request.Access;
import dev.lockstep.simulator.server.request.ExchangeRequest;
import dev.lockstep.simulator.server.request.Routes;
import dev.lockstep.simulator.server.request.VenueAnswer;
import dev.lockstep.simulator.wire.Json;
import dev.lockstep.simulator.wire.MarketDataJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Endpoints for the latest trades, quotes and bars, for snapshots and for order books. */
final class LatestEndpoints {
    private static final String STOCKS = "/v2/stocks/";
    private static final String PAIRS = "/v1beta3/crypto/{loc}/";

    private final MarketReader reader;

    LatestEndpoints(MarketReader reader) {
        this.reader = reader;
    }

    /** Renders the current market data of one asset; empty if there is none. */
    private interface Rendering {
        Optional<ObjectNode> of(Asset asset, BarSeries series, BigDecimal price, Instant now);
    }

    void register(Routes routes) {
        latest(
                routes,
                "trade",
                (asset, _, price, now) -> Optional.of(MarketDataJson.trade(asset, price, now)));
        latest(
                routes,
                "quote",
                (asset, _, price, now) -> Optional.of(MarketDataJson.quote(asset, price, now)));
        latest(
                routes,
                "bar",
                (asset, series, _, _) ->
                        series.lastMinute().map(bar -> MarketDataJson.bar(asset, bar)));
        routes.get(
                PAIRS + "latest/orderbooks",
                Access.open((request, _) ->
                        wrapped(
                                request,
                                "orderbooks",
                                true,
                                (asset, _, price, now) ->
                                        Optional.of(MarketDataJson.orderBook(asset, price, now)))));
        routes.get(
                STOCKS + "snapshots",
                Access.keyed((request, _) ->
                        VenueAnswer.ok(several(request, false, LatestEndpoints::snapshot))));
        routes.get(
                PAIRS + "snapshots",
                Access.open((request, _) ->
                        wrapped(request, "snapshots", true, LatestEndpoints::snapshot)));
        routes.get(STOCKS + "{symbol}/snapshot", Access.keyed((request, _) -> snapshot(request)));
    }

    private void latest(Routes routes, String kind, Rendering rendering) {
        String kinds = kind + "s";
        routes.get(
                STOCKS + kinds + "/latest",
                Access.keyed((request, _) -> wrapped(request, kinds, false, rendering)));
        routes.get(
                PAIRS + "latest/" + kinds,
                Access.open((request, _) -> wrapped(request, kinds, true, rendering)));
        routes.get(
                STOCKS + "{symbol}/" + kinds + "/latest",
                Access.keyed((request, _) -> {
                    String symbol = request.pathParam("symbol");
                    ObjectNode answer = Json.object().put("symbol", symbol);
                    ObjectNode one = single(request, symbol, rendering);
                    if (one.has(symbol)) {
                        answer.set(kind, one.get(symbol));
                    }
                    return VenueAnswer.ok(answer);
                }));
    }

    private VenueAnswer snapshot(ExchangeRequest request) {
        String symbol = request.pathParam("symbol");
        ObjectNode answer = Json.object().put("symbol", symbol);
        if (single(request, symbol, LatestEndpoints::snapshot).get(symbol)
                instanceof ObjectNode found) {
            answer.setAll(found);
        }
        return VenueAnswer.ok(answer);
    }

    private VenueAnswer wrapped(
            ExchangeRequest request, String name, boolean crypto, Rendering rendering) {
        ObjectNode answer = Json.object();
        answer.set(name, several(request, crypto, rendering));
        return VenueAnswer.ok(answer);
    }

    private ObjectNode several(ExchangeRequest request, boolean crypto, Rendering rendering) {
        DataQuery query = new DataQuery(request, crypto);
        query.checkFeed();
        return render(query.symbols(), crypto, rendering);
    }

    private ObjectNode single(ExchangeRequest request, String symbol, Rendering rendering) {
        DataQuery query = new DataQuery(request, false);
        query.checkFeed();
        return render(Set.of(query.requireSymbol(symbol)), false, rendering);
    }

    private ObjectNode render(Set<String> symbols, boolean crypto, Rendering rendering) {
        MarketReader.Market market = reader.read(symbols, crypto);
        ObjectNode bySymbol = Json.object();
        market.bySymbol()
                .forEach((symbol, listed) ->
                        rendering
                                .of(
                                        listed.asset(),
                                        listed.series(),
                                        market.prices().getOrDefault(symbol, BigDecimal.ONE),
                                        market.now())
                                .ifPresent(one -> bySymbol.set(symbol, one)));
        return bySymbol;
    }

    private static Optional<ObjectNode> snapshot(
            Asset asset, BarSeries series, BigDecimal price, Instant now) {
        ObjectNode json = Json.object();
        json.set("latestTrade", MarketDataJson.trade(asset, price, now));
        json.set("latestQuote", MarketDataJson.quote(asset, price, now));
        series.lastMinute().ifPresent(bar -> json.set("minuteBar", MarketDataJson.bar(asset, bar)));
        List<MarketBar> daily = series.lastDaily(2);
        if (!daily.isEmpty()) {
            json.set("dailyBar", MarketDataJson.bar(asset, daily.getFirst()));
        }
        if (daily.size() > 1) {
            json.set("prevDailyBar", MarketDataJson.bar(asset, daily.getLast()));
        }
        return Optional.of(json);
    }
}
