package dev.lockstep.simulator.server.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.request.Query;
import dev.lockstep.simulator.exchange.Exchange;
import dev.lockstep.simulator.exchange.OrderDesk;
import dev.lockstep.simulator.exchange.ledger.ListedPosition;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.ExchangeResult;
import dev.lockstep.simulator.exchange.model.OrderSnapshot;
import dev.lockstep.simulator.exchange.model.VenueRefusal;
import dev.lockstep.simulator.exchange.rule.ClosePositionRequest;
import dev.lockstep.simulator.server.request.Access;
import dev.lockstep.simulator.server.request.ExchangeRequest;
import dev.lockstep.simulator.server.request.Routes;
import dev.lockstep.simulator.server.request.VenueAnswer;
import dev.lockstep.simulator.server.venue.ExchangeGate;
import dev.lockstep.simulator.wire.Json;
import dev.lockstep.simulator.wire.OrderJson;
import dev.lockstep.simulator.wire.PositionJson;
import dev.lockstep.simulator.wire.RefusalMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Endpoints for positions. */
final class PositionEndpoints {
    private final ExchangeGate floor;
    private final OrderJson orderJson;

    PositionEndpoints(ExchangeGate floor, OrderJson orderJson) {
        this.floor = floor;
        this.orderJson = orderJson;
    }

    void register(Routes routes) {
        routes.get("/v2/positions", Access.keyed(this::all));
        routes.get("/v2/positions/{symbol}", Access.keyed(this::one));
        routes.delete("/v2/positions", Access.keyed(this::closeAll));
        routes.delete("/v2/positions/{symbol}", Access.keyed(this::close));
    }

    private VenueAnswer all(ExchangeRequest request, String account) {
        List<ListedPosition> positions =
                floor.call((exchange, now) -> {
                    exchange.advance(now);
                    return exchange.records().positions(account, now);
                });
        return VenueAnswer.ok(positions.stream().collect(Json.toArray(PositionJson::of)));
    }

    private VenueAnswer one(ExchangeRequest request, String account) {
        String symbol = request.pathParam("symbol");
        Optional<ObjectNode> position =
                floor.call((exchange, now) -> {
                    exchange.advance(now);
                    // Like Alpaca, the exchange does not find a pair with its slash here.
                    Optional<Asset> asset =
                            symbol.contains("/")
                                    ? Optional.empty()
                                    : exchange.prices().asset(symbol);
                    return asset.flatMap(found -> exchange.records().position(account, found, now))
                            .map(PositionJson::of);
                });
        return position.map(VenueAnswer::ok)
                .orElseGet(() -> VenueAnswer.refused(OrderDesk.noPosition()));
    }

    /**
     * Closes a position. A pair may contain its slash here, since Alpaca's own client sends it so.
     */
    private VenueAnswer close(ExchangeRequest request, String account) {
        Query query = request.query();
        ClosePositionRequest amount =
                new ClosePositionRequest(query.decimal("qty"), query.decimal("percentage"));
        VenueRefusal refusal = amount.judge();
        if (refusal != null) {
            return VenueAnswer.refused(refusal);
        }
        String symbol = request.pathParam("symbol");
        ExchangeResult<OrderSnapshot> outcome =
                floor.call((exchange, now) ->
                        exchange.prices()
                                .asset(symbol)
                                .map(asset -> exchange.desk().close(account, asset, amount, now))
                                .orElseGet(() ->
                                        new ExchangeResult.Refused<>(OrderDesk.noPosition())));
        return switch (outcome) {
            case ExchangeResult.Granted<OrderSnapshot>(OrderSnapshot order) ->
                    VenueAnswer.ok(orderJson.of(order));
            case ExchangeResult.Refused<OrderSnapshot>(VenueRefusal why) ->
                    VenueAnswer.refused(why);
        };
    }

    private VenueAnswer closeAll(ExchangeRequest request, String account) {
        boolean cancel = request.query().flag("cancel_orders");
        return VenueAnswer.multi(
                floor.call((exchange, now) -> closeAll(exchange, account, cancel, now)));
    }

    private ArrayNode closeAll(Exchange exchange, String account, boolean cancel, Instant now) {
        if (cancel) {
            exchange.desk().cancelAll(account, now);
        }
        ArrayNode answers = Json.array();
        for (ListedPosition view : exchange.records().positions(account, now)) {
            ExchangeResult<OrderSnapshot> outcome =
                    exchange.desk().close(account, view.asset(), ClosePositionRequest.ALL, now);
            answers.add(closed(view.asset(), outcome));
        }
        return answers;
    }

    private ObjectNode closed(Asset asset, ExchangeResult<OrderSnapshot> outcome) {
        JsonNode body =
                switch (outcome) {
                    case ExchangeResult.Granted<OrderSnapshot>(OrderSnapshot order) ->
                            orderJson.of(order);
                    case ExchangeResult.Refused<OrderSnapshot>(VenueRefusal why) ->
                            RefusalMapper.of(why).json();
                };
        int status =
                switch (outcome) {
                    case ExchangeResult.Granted<OrderSnapshot> _ -> 200;
                    case ExchangeResult.Refused<OrderSnapshot> _ -> 500;
                };
        ObjectNode entry = Json.object();
        entry.put("symbol", asset.positionSymbol()).put("status", status).set("body", body);
        return entry;
    }
}
