package dev.lockstep.simulator.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.Asset;
import dev.lockstep.simulator.exchange.ClosePosition;
import dev.lockstep.simulator.exchange.Exchange;
import dev.lockstep.simulator.exchange.OrderDesk;
import dev.lockstep.simulator.exchange.OrderView;
import dev.lockstep.simulator.exchange.Outcome;
import dev.lockstep.simulator.exchange.PositionView;
import dev.lockstep.simulator.exchange.Refusal;
import dev.lockstep.simulator.wire.Fields;
import dev.lockstep.simulator.wire.Json;
import dev.lockstep.simulator.wire.OrderJson;
import dev.lockstep.simulator.wire.PositionJson;
import dev.lockstep.simulator.wire.RefusalJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Endpoints for positions. */
final class PositionRoutes {
    private final Floor floor;
    private final OrderJson orderJson;

    PositionRoutes(Floor floor, OrderJson orderJson) {
        this.floor = floor;
        this.orderJson = orderJson;
    }

    void register(Routes routes) {
        routes.get("/v2/positions", Access.keyed(this::all));
        routes.get("/v2/positions/{symbol}", Access.keyed(this::one));
        routes.delete("/v2/positions", Access.keyed(this::closeAll));
        routes.delete("/v2/positions/{symbol}", Access.keyed(this::close));
    }

    private Answer all(ExchangeRequest request, String account) {
        List<PositionView> positions =
                floor.call((exchange, now) -> {
                    exchange.advance(now);
                    return exchange.records().positions(account);
                });
        return Answer.ok(positions.stream().collect(Json.toArray(PositionJson::of)));
    }

    private Answer one(ExchangeRequest request, String account) {
        String symbol = request.pathParam("symbol");
        Optional<ObjectNode> position =
                floor.call((exchange, now) -> {
                    exchange.advance(now);
                    // Like Alpaca, the exchange does not find a pair with its slash here.
                    Optional<Asset> asset =
                            symbol.contains("/")
                                    ? Optional.empty()
                                    : exchange.prices().asset(symbol);
                    return asset.flatMap(found -> exchange.records().position(account, found))
                            .map(PositionJson::of);
                });
        return position.map(Answer::ok).orElseGet(() -> Answer.refused(OrderDesk.noPosition()));
    }

    /**
     * Closes a position. A pair may contain its slash here, since Alpaca's own client sends it so.
     */
    private Answer close(ExchangeRequest request, String account) {
        Query query = new Query(request);
        ClosePosition amount =
                new ClosePosition(decimal(query.text("qty")), decimal(query.text("percentage")));
        Refusal refusal = amount.judge();
        if (refusal != null) {
            return Answer.refused(refusal);
        }
        String symbol = request.pathParam("symbol");
        Outcome<OrderView> outcome =
                floor.call((exchange, now) ->
                        exchange.prices()
                                .asset(symbol)
                                .map(asset -> exchange.desk().close(account, asset, amount, now))
                                .orElseGet(() -> new Outcome.Refused<>(OrderDesk.noPosition())));
        return switch (outcome) {
            case Outcome.Granted<OrderView>(OrderView order) -> Answer.ok(orderJson.of(order));
            case Outcome.Refused<OrderView>(Refusal why) -> Answer.refused(why);
        };
    }

    private Answer closeAll(ExchangeRequest request, String account) {
        boolean cancel = new Query(request).flag("cancel_orders");
        return Answer.multi(
                floor.call((exchange, now) -> closeAll(exchange, account, cancel, now)));
    }

    private ArrayNode closeAll(Exchange exchange, String account, boolean cancel, Instant now) {
        if (cancel) {
            exchange.desk().cancelAll(account, now);
        }
        ArrayNode answers = Json.array();
        for (PositionView view : exchange.records().positions(account)) {
            Outcome<OrderView> outcome =
                    exchange.desk().close(account, view.asset(), ClosePosition.ALL, now);
            answers.add(closed(view.asset(), outcome));
        }
        return answers;
    }

    private ObjectNode closed(Asset asset, Outcome<OrderView> outcome) {
        JsonNode body =
                switch (outcome) {
                    case Outcome.Granted<OrderView>(OrderView order) -> orderJson.of(order);
                    case Outcome.Refused<OrderView>(Refusal why) -> RefusalJson.of(why);
                };
        int status =
                switch (outcome) {
                    case Outcome.Granted<OrderView> _ -> 200;
                    case Outcome.Refused<OrderView> _ -> 500;
                };
        ObjectNode entry = Json.object();
        entry.put("symbol", asset.positionSymbol()).put("status", status).set("body", body);
        return entry;
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : Fields.decimalOf(text);
    }
}
