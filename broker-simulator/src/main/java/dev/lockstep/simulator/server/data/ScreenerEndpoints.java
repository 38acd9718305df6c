package dev.lockstep.simulator.server.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.history.MarketBar;
import dev.lockstep.simulator.exchange.model.Decimals;
import dev.lockstep.simulator.server.request.Access;
import dev.lockstep.simulator.server.request.ExchangeRequest;
import dev.lockstep.simulator.server.request.Routes;
import dev.lockstep.simulator.server.request.VenueAnswer;
import dev.lockstep.simulator.wire.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Endpoints for the most active stocks and the largest moves among the well-known assets. */
final class ScreenerEndpoints {
    private static final String SIMULATED = "simulated";
    private static final int DEFAULT_TOP = 10;
    private static final int MAX_MOVERS = 50;
    private static final int MAX_ACTIVES = 100;
    private static final int PERCENT_SCALE_DIGITS = 2;

    private final MarketReader reader;

    ScreenerEndpoints(MarketReader reader) {
        this.reader = reader;
    }

    private record Mover(String symbol, BigDecimal price, BigDecimal change, BigDecimal percent) {}

    private record Active(String symbol, BigDecimal volume, long trades) {}

    void register(Routes routes) {
        routes.get(
                "/v1beta1/screener/{market_type}/movers",
                Access.keyed((request, _) -> movers(request)));
        routes.get(
                "/v1beta1/screener/stocks/most-actives",
                Access.keyed((request, _) -> mostActives(request)));
    }

    private VenueAnswer movers(ExchangeRequest request) {
        String type = request.pathParam("market_type");
        if (!type.equals("stocks") && !type.equals("crypto")) {
            throw DataQuery.refused("invalid market type: " + type);
        }
        int top = new DataQuery(request, false).number("top", DEFAULT_TOP, MAX_MOVERS);
        MarketReader.Market market = reader.readAll(type.equals("crypto"));
        List<Mover> movers = new ArrayList<>();
        market.bySymbol()
                .forEach((symbol, listed) -> {
                    BigDecimal price = market.prices().getOrDefault(symbol, BigDecimal.ONE);
                    List<MarketBar> daily = listed.series().lastDaily(2);
                    if (daily.size() > 1) {
                        movers.add(mover(symbol, price, daily.getLast().close()));
                    }
                });
        movers.sort(Comparator.comparing(Mover::percent).thenComparing(Mover::symbol));
        ObjectNode answer = Json.object();
        List<Mover> losers = movers.stream().filter(one -> one.percent().signum() < 0).toList();
        List<Mover> gainers =
                movers.reversed().stream().filter(one -> one.percent().signum() > 0).toList();
        answer.set("gainers", render(gainers, top));
        answer.set("losers", render(losers, top));
        return VenueAnswer.ok(
                answer.put("market_type", type)
                        .put("last_updated", market.now().toString())
                        .put("source", SIMULATED));
    }

    private VenueAnswer mostActives(ExchangeRequest request) {
        DataQuery query = new DataQuery(request, false);
        String by = query.text("by");
        if (by != null && !by.equals("volume") && !by.equals("trades")) {
            throw DataQuery.refused("invalid by: " + by);
        }
        MarketReader.Market market = reader.readAll(false);
        List<Active> actives = new ArrayList<>();
        market.bySymbol()
                .forEach((symbol, listed) ->
                        listed.series().lastDaily(1).stream()
                                .map(bar -> new Active(symbol, bar.volume(), bar.trades()))
                                .forEach(actives::add));
        Comparator<Active> order =
                "trades".equals(by)
                        ? Comparator.comparingLong(Active::trades)
                        : Comparator.comparing(Active::volume);
        actives.sort(order.thenComparing(Active::symbol).reversed());
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("most_actives");
        actives.stream()
                .limit(query.number("top", DEFAULT_TOP, MAX_ACTIVES))
                .forEach(one ->
                        list.addObject()
                                .put("symbol", one.symbol())
                                .put("volume", one.volume().longValue())
                                .put("trade_count", one.trades()));
        return VenueAnswer.ok(
                answer.put("last_updated", market.now().toString()).put("source", SIMULATED));
    }

    private static Mover mover(String symbol, BigDecimal price, BigDecimal before) {
        BigDecimal change = price.subtract(before);
        BigDecimal percent =
                Decimals.ratio(change, before)
                        .movePointRight(2)
                        .setScale(PERCENT_SCALE_DIGITS, RoundingMode.HALF_EVEN);
        return new Mover(symbol, price, change, percent);
    }

    private static ArrayNode render(List<Mover> movers, int top) {
        return movers.stream()
                .limit(top)
                .collect(
                        Json.toArray(one ->
                                Json.object()
                                        .put("symbol", one.symbol())
                                        .put("price", Decimals.plain(one.price()))
                                        .put("change", Decimals.plain(one.change()))
                                        .put("percent_change", one.percent())));
    }
}
