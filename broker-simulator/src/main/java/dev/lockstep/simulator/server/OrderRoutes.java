package dev.lockstep.simulator.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.Cancellation;
import dev.lockstep.simulator.exchange.OrderRequest;
import dev.lockstep.simulator.exchange.OrderView;
import dev.lockstep.simulator.exchange.Outcome;
import dev.lockstep.simulator.exchange.Refusal;
import dev.lockstep.simulator.exchange.ReplaceRequest;
import dev.lockstep.simulator.wire.Json;
import dev.lockstep.simulator.wire.OrderJson;
import dev.lockstep.simulator.wire.OrderRequestReader;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Endpoints for orders. */
final class OrderRoutes {
    private final Floor floor;
    private final Json json;
    private final OrderJson orderJson;

    OrderRoutes(Floor floor, Json json, OrderJson orderJson) {
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

    private Answer submit(ExchangeRequest request, String account) {
        OrderRequest order = OrderRequestReader.order(json.object(request.bodyAsBytes()));
        return answer(floor.call((exchange, now) -> exchange.desk().submit(account, order, now)));
    }

    private Answer list(ExchangeRequest request, String account) {
        List<OrderView> page =
                floor.call((exchange, now) -> {
                    exchange.advance(now);
                    return exchange.records()
                            .orders(
                                    account,
                                    new OrderQueryReader(exchange, account, request).read());
                });
        return Answer.ok(page.stream().collect(Json.toArray(orderJson::of)));
    }

    private Answer one(ExchangeRequest request, String account) {
        UUID id = id(request);
        boolean nested = new Query(request).flag("nested");
        Optional<OrderView> order =
                floor.call((exchange, now) -> {
                    exchange.advance(now);
                    return exchange.records().order(account, id);
                });
        return order.map(found -> Answer.ok(orderJson.of(nested ? found : found.alone())))
                .orElseGet(() -> notFound(id.toString()));
    }

    private Answer byClientOrderId(ExchangeRequest request, String account) {
        String clientOrderId = request.queryParam("client_order_id");
        if (clientOrderId == null || clientOrderId.isEmpty()) {
            return Answer.refused(Refusal.invalid("client_order_id is required"));
        }
        Optional<OrderView> order =
                floor.call((exchange, now) -> {
                    exchange.advance(now);
                    return exchange.records().orderByClientOrderId(account, clientOrderId);
                });
        return order.map(found -> Answer.ok(orderJson.of(found)))
                .orElseGet(() -> notFound(clientOrderId));
    }

    private Answer replace(ExchangeRequest request, String account) {
        UUID id = id(request);
        ReplaceRequest terms = OrderRequestReader.replace(json.object(request.bodyAsBytes()));
        return answer(
                floor.call((exchange, now) -> exchange.desk().replace(account, id, terms, now)));
    }

    private Answer cancel(ExchangeRequest request, String account) {
        UUID id = id(request);
        return switch (floor.call((exchange, now) -> exchange.desk().cancel(account, id, now))) {
            case Outcome.Granted<OrderView> _ -> Answer.noContent();
            case Outcome.Refused<OrderView>(Refusal refusal) -> Answer.refused(refusal);
        };
    }

    private Answer cancelAll(ExchangeRequest request, String account) {
        List<Cancellation> all =
                floor.call((exchange, now) -> exchange.desk().cancelAll(account, now));
        return Answer.multi(all.stream().collect(Json.toArray(this::cancellation)));
    }

    /**
     * Includes the order in the body: old clients need it, although Alpaca's documentation promises
     * none.
     */
    private ObjectNode cancellation(Cancellation one) {
        int status =
                switch (one.outcome()) {
                    case Outcome.Granted<OrderView> _ -> 200;
                    case Outcome.Refused<OrderView> _ -> 500;
                };
        ObjectNode entry = Json.object();
        entry.put("id", one.order().order().id().toString());
        entry.put("status", status);
        entry.set("body", orderJson.of(one.order()));
        return entry;
    }

    private Answer answer(Outcome<OrderView> outcome) {
        return switch (outcome) {
            case Outcome.Granted<OrderView>(OrderView order) -> Answer.ok(orderJson.of(order));
            case Outcome.Refused<OrderView>(Refusal refusal) -> Answer.refused(refusal);
        };
    }

    private static UUID id(ExchangeRequest request) {
        return Query.uuid(request.pathParam("id"), "order_id is missing");
    }

    private static Answer notFound(String id) {
        return Answer.refused(Refusal.notFound("order not found for " + id));
    }
}
