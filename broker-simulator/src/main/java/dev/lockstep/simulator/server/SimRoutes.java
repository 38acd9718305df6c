package dev.lockstep.simulator.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.Asset;
import dev.lockstep.simulator.exchange.Exchange;
import dev.lockstep.simulator.exchange.OrderView;
import dev.lockstep.simulator.exchange.Refusal;
import dev.lockstep.simulator.wire.ClockJson;
import dev.lockstep.simulator.wire.Fields;
import dev.lockstep.simulator.wire.Json;
import dev.lockstep.simulator.wire.OrderJson;
import dev.lockstep.simulator.wire.RefusedRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** The simulator's own endpoints for ledger, prices and clock. */
final class SimRoutes {
    private static final int DEFAULT_PAGE_ORDERS = 500;
    private static final int MAX_PAGE_ORDERS = 10_000;
    private static final int MAX_TICKS_STEPS = 10_000;

    private final Floor floor;
    private final Json json;
    private final OrderJson orderJson;

    SimRoutes(Floor floor, Json json, OrderJson orderJson) {
        this.floor = floor;
        this.json = json;
        this.orderJson = orderJson;
    }

    void register(Routes routes) {
        routes.get("/sim/ledger", Access.local(this::ledger));
        routes.get("/sim/clock", Access.local(this::clock));
        routes.post("/sim/clock", Access.local(this::steer));
        routes.get("/sim/price", Access.local(this::price));
        routes.post("/sim/price", Access.local(this::setPrice));
        routes.post("/sim/tick", Access.local(this::tick));
    }

    /**
     * Returns a page of all orders; {@code after} is the number of the last order of the previous
     * page.
     */
    private Answer ledger(ExchangeRequest request, String none) {
        Query query = new Query(request);
        long number = after(query);
        int limit = query.limit(DEFAULT_PAGE_ORDERS, MAX_PAGE_ORDERS);
        List<OrderView> page =
                floor.call((exchange, _) -> exchange.records().ledger(number, limit));
        ArrayNode orders = Json.array();
        for (OrderView view : page) {
            ObjectNode order = orderJson.of(view.alone());
            order.put("number", view.order().number());
            order.put("account", view.order().account());
            UUID parent = view.order().lineage().parent();
            order.put("parent", parent == null ? null : parent.toString());
            orders.add(order);
        }
        return Answer.ok(orders);
    }

    private static long after(Query query) {
        String after = query.text("after");
        try {
            return after == null ? 0 : Long.parseLong(after);
        } catch (NumberFormatException notANumber) {
            throw refused("after: " + after + " (expected: the number of an order)");
        }
    }

    private Answer clock(ExchangeRequest request, String none) {
        ObjectNode clock = ClockJson.of(floor.call((exchange, now) -> exchange.clock(now)));
        return Answer.ok(clock.put("speed", floor.clock().speed()));
    }

    /** Sets the exchange's time forward, changes its speed, or both. */
    private Answer steer(ExchangeRequest request, String none) {
        Fields fields = new Fields(json.object(request.bodyAsBytes()));
        String time = fields.text("time");
        BigDecimal speed = fields.decimal("speed");
        if (time == null && speed == null) {
            throw refused("time or speed is required");
        }
        if (speed != null && !VenueClock.isAllowedSpeed(speed)) {
            throw refused("speed: " + speed + " (expected: " + VenueClock.SPEEDS + ")");
        }
        if (time != null && !floor.clock().moveTo(Query.time(time, "time"))) {
            throw refused("time: " + time + " (expected: not before the exchange's time)");
        }
        if (speed != null) {
            floor.clock().runAt(speed);
        }
        floor.call((exchange, now) -> exchange.advance(now));
        return clock(request, none);
    }

    private Answer price(ExchangeRequest request, String none) {
        String symbol = new Query(request).text("symbol");
        if (symbol == null) {
            throw new RefusedRequest(Refusal.invalid("symbol is required"));
        }
        return priceOf(symbol);
    }

    private Answer setPrice(ExchangeRequest request, String none) {
        Fields fields = new Fields(json.object(request.bodyAsBytes()));
        String symbol = fields.required("symbol");
        BigDecimal price = fields.decimal("price");
        if (price == null || price.signum() <= 0) {
            throw refused("price: " + price + " (expected: > 0)");
        }
        floor.call((exchange, now) -> {
            exchange.prices().setPrice(asset(exchange, symbol), price, now);
            return symbol;
        });
        return priceOf(symbol);
    }

    private Answer tick(ExchangeRequest request, String none) {
        Fields fields = new Fields(json.object(request.bodyAsBytes()));
        String symbol = fields.required("symbol");
        BigDecimal asked = fields.decimal("steps");
        int steps = asked == null ? 1 : Math.clamp(asked.longValue(), 1, MAX_TICKS_STEPS);
        floor.call((exchange, now) -> {
            for (int step = 0; step < steps; step++) {
                exchange.prices().tick(asset(exchange, symbol), now);
            }
            return symbol;
        });
        return priceOf(symbol);
    }

    private Answer priceOf(String symbol) {
        ObjectNode answer =
                floor.call((exchange, _) -> {
                    Asset asset = asset(exchange, symbol);
                    return Json.object()
                            .put("symbol", asset.symbol())
                            .put("price", exchange.prices().price(asset).toPlainString());
                });
        return Answer.ok(answer);
    }

    private static RefusedRequest refused(String message) {
        return new RefusedRequest(Refusal.invalid(message));
    }

    private static Asset asset(Exchange exchange, String symbol) {
        return exchange.prices()
                .asset(symbol)
                .orElseThrow(() ->
                        new RefusedRequest(Refusal.notFound("asset not found for " + symbol)));
    }
}
