package dev.lockstep.simulator.server.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.Exchange;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.VenueRefusal;
import dev.lockstep.simulator.server.request.Access;
import dev.lockstep.simulator.server.request.BarPage;
import dev.lockstep.simulator.server.request.ExchangeRequest;
import dev.lockstep.simulator.server.request.Query;
import dev.lockstep.simulator.server.request.Routes;
import dev.lockstep.simulator.server.request.VenueAnswer;
import dev.lockstep.simulator.server.request.VenueEndpoint;
import dev.lockstep.simulator.server.venue.ExchangeGate;
import dev.lockstep.simulator.wire.Json;
import dev.lockstep.simulator.wire.MarketDataJson;
import dev.lockstep.simulator.wire.RefusedRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Endpoints for market data of stocks and pairs. Alpaca serves them from a separate host, the
 * simulator from the same one. Walking prices have no history: a request for bars returns the
 * current minute.
 */
final class MarketDataEndpoints {
    private static final String STOCKS = "/v2/stocks/";
    private static final String PAIRS = "/v1beta3/crypto/{loc}/";

    private final ExchangeGate floor;

    /** Renders the current market data of one asset. */
    private interface Rendering {
        ObjectNode of(Asset asset, BigDecimal price, Instant now);
    }

    MarketDataEndpoints(ExchangeGate floor) {
        this.floor = floor;
    }

    void register(Routes routes) {
        latest(routes, "trade", MarketDataJson::trade);
        latest(routes, "quote", MarketDataJson::quote);
        latest(routes, "bar", (_, price, now) -> MarketDataJson.bar(price, now));
        routes.get(STOCKS + "bars", Access.keyed((request, _) -> bars(request)));
        routes.get(PAIRS + "bars", Access.keyed((request, _) -> bars(request)));
        routes.get(STOCKS + "{symbol}/bars", Access.keyed((request, _) -> barsOfOne(request)));
    }

    private void latest(Routes routes, String kind, Rendering rendering) {
        String kinds = kind + "s";
        VenueEndpoint several = (request, _) -> VenueAnswer.ok(several(request, kinds, rendering));
        routes.get(STOCKS + kinds + "/latest", Access.keyed(several));
        routes.get(PAIRS + "latest/" + kinds, Access.keyed(several));
        routes.get(
                STOCKS + "{symbol}/" + kinds + "/latest",
                Access.keyed((request, _) -> {
                    String symbol = request.pathParam("symbol");
                    ObjectNode answer = Json.object().put("symbol", symbol);
                    render(symbol, rendering).ifPresent(one -> answer.set(kind, one));
                    return VenueAnswer.ok(answer);
                }));
    }

    private ObjectNode several(ExchangeRequest request, String kinds, Rendering rendering) {
        List<String> symbols = new Query(request).list("symbols");
        if (symbols.isEmpty()) {
            throw new RefusedRequest(VenueRefusal.invalid("symbols is required"));
        }
        ObjectNode answer = Json.object();
        ObjectNode bySymbol = answer.putObject(kinds);
        for (String symbol : symbols) {
            render(symbol, rendering).ifPresent(one -> bySymbol.set(symbol, one));
        }
        return answer;
    }

    private VenueAnswer bars(ExchangeRequest request) {
        BarPage page = page(request, new Query(request).list("symbols"));
        ObjectNode answer = Json.object();
        answer.set("bars", page.bySymbol());
        return VenueAnswer.ok(answer.put("next_page_token", page.next()));
    }

    private VenueAnswer barsOfOne(ExchangeRequest request) {
        String symbol = request.pathParam("symbol");
        BarPage page = page(request, List.of(symbol));
        ObjectNode answer = Json.object().put("symbol", symbol);
        answer.set("bars", page.bySymbol().withArray(symbol));
        return VenueAnswer.ok(answer.put("next_page_token", page.next()));
    }

    private BarPage page(ExchangeRequest request, List<String> symbols) {
        return floor.call((exchange, now) ->
                new BarPage(exchange.prices(), new Query(request), now).of(symbols));
    }

    private Optional<ObjectNode> render(String symbol, Rendering rendering) {
        return floor.call((Exchange exchange, Instant now) ->
                exchange.prices()
                        .asset(symbol)
                        .map(asset -> rendering.of(asset, exchange.prices().price(asset), now)));
    }
}
