package dev.lockstep.simulator.server.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.history.BarAdjustment;
import dev.lockstep.simulator.exchange.history.BarTimeframe;
import dev.lockstep.simulator.exchange.history.MarketBar;
import dev.lockstep.simulator.exchange.hours.ExchangeCalendar;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.server.request.Access;
import dev.lockstep.simulator.server.request.ExchangeRequest;
import dev.lockstep.simulator.server.request.Routes;
import dev.lockstep.simulator.server.request.VenueAnswer;
import dev.lockstep.simulator.wire.Json;
import dev.lockstep.simulator.wire.MarketDataJson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;

/** Endpoints for the opening and closing auctions: the open and the close of each daily bar. */
final class AuctionEndpoints {
    private static final String STOCKS = "/v2/stocks/";

    private final MarketReader reader;

    AuctionEndpoints(MarketReader reader) {
        this.reader = reader;
    }

    void register(Routes routes) {
        routes.get(STOCKS + "auctions", Access.keyed((request, _) -> several(request)));
        routes.get(STOCKS + "{symbol}/auctions", Access.keyed((request, _) -> single(request)));
    }

    private VenueAnswer several(ExchangeRequest request) {
        DataQuery query = new DataQuery(request, false);
        SeriesPage page = page(query, query.symbols());
        ObjectNode answer = Json.object();
        answer.set("auctions", page.bySymbol());
        return VenueAnswer.ok(answer.put("next_page_token", page.next()));
    }

    private VenueAnswer single(ExchangeRequest request) {
        DataQuery query = new DataQuery(request, false);
        String symbol = query.requireSymbol(request.pathParam("symbol"));
        SeriesPage page = page(query, Set.of(symbol));
        ObjectNode answer = Json.object().put("symbol", symbol);
        answer.set("auctions", page.bySymbol().withArray(symbol));
        return VenueAnswer.ok(answer.put("next_page_token", page.next()));
    }

    private SeriesPage page(DataQuery query, Set<String> symbols) {
        String feed = query.text("feed");
        if (feed != null && !feed.equals("sip")) {
            throw DataQuery.refused("invalid feed: " + feed);
        }
        query.checkFeed();
        MarketReader.Market market = reader.read(symbols, false);
        return SeriesPage.of(
                market.bySymbol(),
                query,
                market.now(),
                new SeriesPage.Content<MarketBar>(
                        (series, range) -> series.bars(BarTimeframe.DAY, BarAdjustment.RAW, range),
                        MarketBar::start,
                        (asset, bar) -> auctions(asset, bar, market)));
    }

    private static JsonNode auctions(Asset asset, MarketBar bar, MarketReader.Market market) {
        LocalDate day = LocalDate.ofInstant(bar.start(), ExchangeCalendar.NEW_YORK);
        ObjectNode json = Json.object().put("d", day.toString());
        LocalTime close = new ExchangeCalendar().close(day);
        ArrayNode opening = json.putArray("o");
        ArrayNode closing = json.putArray("c");
        auction(opening, asset, bar.open(), day, ExchangeCalendar.OPEN, "O", market);
        auction(closing, asset, bar.close(), day, close, "6", market);
        return json;
    }

    private static void auction(
            ArrayNode auctions,
            Asset asset,
            BigDecimal price,
            LocalDate day,
            LocalTime time,
            String condition,
            MarketReader.Market market) {
        var at = day.atTime(time).atZone(ExchangeCalendar.NEW_YORK).toInstant();
        if (!at.isAfter(market.now())) {
            auctions.addObject()
                    .put("t", at.toString())
                    .put("x", MarketDataJson.exchange(asset))
                    .put("p", price)
                    .put("c", condition);
        }
    }
}
