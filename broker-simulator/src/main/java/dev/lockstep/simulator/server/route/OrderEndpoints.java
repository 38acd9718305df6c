package dev.lockstep.simulator.server.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.request.Query;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.simulator.exchange.ledger.Cancellation;
import dev.lockstep.simulator.exchange.model.ExchangeResult;
import dev.lockstep.simulator.exchange.model.OrderSnapshot;
import dev.lockstep.simulator.exchange.model.RequestedOrder;
import dev.lockstep.simulator.exchange.model.RequestedReplacement;
import dev.lockstep.simulator.exchange.model.VenueRefusal;
import dev.lockstep.simulator.server.request.Access;
import dev.lockstep.simulator.server.request.ExchangeRequest;
import dev.lockstep.simulator.server.request.OrderQueryReader;
import dev.lockstep.simulator.server.request.Routes;
import dev.lockstep.simulator.server.request.VenueAnswer;
import dev.lockstep.simulator.server.venue.ExchangeGate;
import dev.lockstep.simulator.wire.Json;
import dev.lockstep.simulator.wire.OrderJson;
import dev.lockstep.simulator.wire.OrderRequestReader;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Endpoints for orders. */
final class OrderEndpoints {
    private final ExchangeGate floor;
    private final Json json;
    private final OrderJson orderJson;

    OrderEndpoints(ExchangeGate floor, Json json, OrderJson orderJson) {
        this.floor = floor;
        this.json = json;
        this.orderJson = orderJson;
    }

    void register(Routes routes) {
        routes.post("/v2/orders", Access.keyed(this::submit));
        routes.get("/v2/orders", Access.keyed(this::list));
        routes.delete("/v2/orders", Access.keyed(this::cancelAll));
        routes.get("/v2/orders:by_client_order_id", Access.keyed(this::byClientOrderId));
        routes.get("/v2/orders/{id}", Access.keyed(this::one));
        routes.patch("/v2/orders/{id}", Access.keyed(this::replace));
        routes.delete("/v2/orders/{id}", Access.keyed(this::cancel));
    }

    private VenueAnswer submit(ExchangeRequest request, String account) {
        RequestedOrder order = OrderRequestReader.order(json.object(request.bodyAsBytes()));
        return answer(floor.call((exchange, now) -> exchange.desk().submit(account, order, now)));
    }

    private VenueAnswer list(ExchangeRequest request, String account) {
        List<OrderSnapshot> page =
                floor.call((exchange, now) -> {
                    exchange.advance(now);
                    return exchange.records()
                            .orders(
                                    account,
                                    new OrderQueryReader(exchange, account, request).read());
                });
        return VenueAnswer.ok(page.stream().collect(Json.toArray(orderJson::of)));
    }

    private VenueAnswer one(ExchangeRequest request, String account) {
        UUID id = id(request);
        boolean nested = request.query().flag("nested");
        Optional<OrderSnapshot> order =
                floor.call((exchange, now) -> {
                    exchange.advance(now);
                    return exchange.records().order(account, id);
                });
        return order.map(found -> VenueAnswer.ok(orderJson.of(nested ? found : found.alone())))
                .orElseGet(() -> notFound(id.toString()));
    }

    private VenueAnswer byClientOrderId(ExchangeRequest request, String account) {
        String clientOrderId = request.queryParam("client_order_id");
        if (clientOrderId == null || clientOrderId.isEmpty()) {
            return VenueAnswer.refused(Refusal.invalid("client_order_id is required"));
        }
        Optional<OrderSnapshot> order =
                floor.call((exchange, now) -> {
                    exchange.advance(now);
                    return exchange.records().orderByClientOrderId(account, clientOrderId);
                });
        return order.map(found -> VenueAnswer.ok(orderJson.of(found)))
                .orElseGet(() -> notFound(clientOrderId));
    }

    private VenueAnswer replace(ExchangeRequest request, String account) {
        UUID id = id(request);
        RequestedReplacement terms = OrderRequestReader.replace(json.object(request.bodyAsBytes()));
        return answer(
                floor.call((exchange, now) -> exchange.desk().replace(account, id, terms, now)));
    }

    private VenueAnswer cancel(ExchangeRequest request, String account) {
        UUID id = id(request);
        return switch (floor.call((exchange, now) -> exchange.desk().cancel(account, id, now))) {
            case ExchangeResult.Granted<OrderSnapshot> _ -> VenueAnswer.noContent();
            case ExchangeResult.Refused<OrderSnapshot>(VenueRefusal refusal) ->
                    VenueAnswer.refused(refusal);
        };
    }

    private VenueAnswer cancelAll(ExchangeRequest request, String account) {
        List<Cancellation> all =
                floor.call((exchange, now) -> exchange.desk().cancelAll(account, now));
        return VenueAnswer.multi(all.stream().collect(Json.toArray(this::cancellation)));
    }

    /**
     * Includes the order in the body: old clients need it, although Alpaca's documentation promises
     * none.
     */
    private ObjectNode cancellation(Cancellation one) {
        int status =
                switch (one.outcome()) {
                    case ExchangeResult.Granted<OrderSnapshot> _ -> 200;
                    case ExchangeResult.Refused<OrderSnapshot> _ -> 500;
                };
        ObjectNode entry = Json.object();
        entry.put("id", one.order().order().id().toString());
        entry.put("status", status);
        entry.set("body", orderJson.of(one.order()));
        return entry;
    }

    private VenueAnswer answer(ExchangeResult<OrderSnapshot> outcome) {
        return switch (outcome) {
            case ExchangeResult.Granted<OrderSnapshot>(OrderSnapshot order) ->
                    VenueAnswer.ok(orderJson.of(order));
            case ExchangeResult.Refused<OrderSnapshot>(VenueRefusal refusal) ->
                    VenueAnswer.refused(refusal);
        };
    }

    private static UUID id(ExchangeRequest request) {
        return Query.uuid(request.pathParam("id"), "order_id is missing");
    }

    private static VenueAnswer notFound(String id) {
        return VenueAnswer.refused(Refusal.notFound("order not found for " + id));
    }
}
