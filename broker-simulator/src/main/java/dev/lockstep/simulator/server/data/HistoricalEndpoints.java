package dev.lockstep.simulator.server.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.history.BarAdjustment;
import dev.lockstep.simulator.exchange.history.BarSeries;
import dev.lockstep.simulator.exchange.history.BarTimeframe;
import dev.lockstep.simulator.exchange.history.MarketBar;
import dev.lockstep.simulator.exchange.history.MarketTrade;
import dev.lockstep.simulator.server.request.Access;
import dev.lockstep.simulator.server.request.ExchangeRequest;
import dev.lockstep.simulator.server.request.Routes;
import dev.lockstep.simulator.server.request.VenueAnswer;
import dev.lockstep.simulator.wire.Json;
import dev.lockstep.simulator.wire.MarketDataJson;
import java.util.Set;
import java.util.function.Function;

/** Endpoints for historical bars, trades and quotes, of one symbol and of several. */
final class HistoricalEndpoints {
    private static final String STOCKS = "/v2/stocks/";
    private static final String PAIRS = "/v1beta3/crypto/{loc}/";

    private final MarketReader reader;

    HistoricalEndpoints(MarketReader reader) {
        this.reader = reader;
    }

    void register(Routes routes) {
        register(routes, "bars", HistoricalEndpoints::bars);
        register(routes, "trades", _ -> trades());
        register(routes, "quotes", _ -> quotes());
    }

    private void register(
            Routes routes, String kind, Function<DataQuery, SeriesPage.Content<?>> content) {
        routes.get(
                STOCKS + kind,
                Access.keyed((request, _) -> several(request, kind, false, content)));
        routes.get(
                PAIRS + kind, Access.open((request, _) -> several(request, kind, true, content)));
        routes.get(
                STOCKS + "{symbol}/" + kind,
                Access.keyed((request, _) -> single(request, kind, content)));
    }

    private VenueAnswer several(
            ExchangeRequest request,
            String kind,
            boolean crypto,
            Function<DataQuery, SeriesPage.Content<?>> content) {
        DataQuery query = new DataQuery(request, crypto);
        SeriesPage page = page(query, query.symbols(), crypto, content.apply(query));
        ObjectNode answer = Json.object();
        answer.set(kind, page.bySymbol());
        return VenueAnswer.ok(answer.put("next_page_token", page.next()));
    }

    private VenueAnswer single(
            ExchangeRequest request,
            String kind,
            Function<DataQuery, SeriesPage.Content<?>> content) {
        DataQuery query = new DataQuery(request, false);
        String symbol = query.requireSymbol(request.pathParam("symbol"));
        SeriesPage page = page(query, Set.of(symbol), false, content.apply(query));
        ObjectNode answer = Json.object().put("symbol", symbol);
        answer.set(kind, page.bySymbol().withArray(symbol));
        return VenueAnswer.ok(answer.put("next_page_token", page.next()));
    }

    private SeriesPage page(
            DataQuery query, Set<String> symbols, boolean crypto, SeriesPage.Content<?> content) {
        query.checkFeed();
        MarketReader.Market market = reader.read(symbols, crypto);
        return SeriesPage.of(market.bySymbol(), query, market.now(), content);
    }

    private static SeriesPage.Content<MarketBar> bars(DataQuery query) {
        BarTimeframe timeframe = query.timeframe();
        BarAdjustment adjustment = query.adjustment();
        return new SeriesPage.Content<>(
                (series, range) -> series.bars(timeframe, adjustment, range),
                MarketBar::start,
                MarketDataJson::bar);
    }

    private static SeriesPage.Content<MarketTrade> trades() {
        return new SeriesPage.Content<>(BarSeries::trades, MarketTrade::at, MarketDataJson::trade);
    }

    private static SeriesPage.Content<MarketTrade> quotes() {
        return new SeriesPage.Content<>(
                BarSeries::trades,
                MarketTrade::at,
                (asset, trade) -> MarketDataJson.quote(asset, trade.price(), trade.at()));
    }
}
