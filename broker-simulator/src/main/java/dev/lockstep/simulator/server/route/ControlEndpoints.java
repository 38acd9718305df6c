package dev.lockstep.simulator.server.route;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.request.Query;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.alpaca.request.RequestFields;
import dev.lockstep.simulator.exchange.Exchange;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.OrderSnapshot;
import dev.lockstep.simulator.server.request.Access;
import dev.lockstep.simulator.server.request.ExchangeRequest;
import dev.lockstep.simulator.server.request.Routes;
import dev.lockstep.simulator.server.request.VenueAnswer;
import dev.lockstep.simulator.server.venue.ExchangeGate;
import dev.lockstep.simulator.server.venue.VenueClock;
import dev.lockstep.simulator.wire.ClockJson;
import dev.lockstep.simulator.wire.Json;
import dev.lockstep.simulator.wire.OrderJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** The simulator's own endpoints for ledger, prices and clock. */
public final class ControlEndpoints {
    private static final int DEFAULT_PAGE_ORDERS = 500;
    private static final int MAX_PAGE_ORDERS = 10_000;
    private static final int MAX_TICKS_STEPS = 10_000;

    private final ExchangeGate floor;
    private final Json json;
    private final OrderJson orderJson;

    public ControlEndpoints(ExchangeGate floor, Json json, OrderJson orderJson) {
        this.floor = floor;
        this.json = json;
        this.orderJson = orderJson;
    }

    public void register(Routes routes) {
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
    private VenueAnswer ledger(ExchangeRequest request, String none) {
        Query query = request.query();
        long number = after(query);
        int limit = query.limit(DEFAULT_PAGE_ORDERS, MAX_PAGE_ORDERS);
        List<OrderSnapshot> page =
                floor.call((exchange, _) -> exchange.records().ledger(number, limit));
        ArrayNode orders = Json.array();
        for (OrderSnapshot view : page) {
            ObjectNode order = orderJson.of(view.alone());
            order.put("number", view.order().number());
            order.put("account", view.order().account());
            UUID parent = view.order().lineage().parent();
            order.put("parent", parent == null ? null : parent.toString());
            orders.add(order);
        }
        return VenueAnswer.ok(orders);
    }

    private static long after(Query query) {
        String after = query.text("after");
        try {
            return after == null ? 0 : Long.parseLong(after);
        } catch (NumberFormatException notANumber) {
            throw refused("after: " + after + " (expected: the number of an order)");
        }
    }

    private VenueAnswer clock(ExchangeRequest request, String none) {
        ObjectNode clock = ClockJson.of(floor.call((exchange, now) -> exchange.clock(now)));
        return VenueAnswer.ok(clock.put("speed", floor.clock().speed()));
    }

    /** Sets the exchange's time forward, changes its speed, or both. */
    private VenueAnswer steer(ExchangeRequest request, String none) {
        RequestFields fields = new RequestFields(json.object(request.bodyAsBytes()));
        String time = fields.text("time");
        BigDecimal speed = fields.decimal("speed");
        if (time == null && speed == null) {
            throw refused("time or speed is required");
        }
        if (speed != null && !VenueClock.isAllowedSpeed(speed)) {
            throw refused("speed: " + speed + " (expected: " + VenueClock.SPEEDS + ")");
        }
        if (time != null && !floor.clock().moveTo(ExchangeRequest.YEARS.time(time, "time"))) {
            throw refused("time: " + time + " (expected: not before the exchange's time)");
        }
        if (speed != null) {
            floor.clock().runAt(speed);
        }
        floor.call((exchange, now) -> exchange.advance(now));
        return clock(request, none);
    }

    private VenueAnswer price(ExchangeRequest request, String none) {
        String symbol = request.query().text("symbol");
        if (symbol == null) {
            throw new RefusedRequest(Refusal.invalid("symbol is required"));
        }
        return priceOf(symbol);
    }

    private VenueAnswer setPrice(ExchangeRequest request, String none) {
        RequestFields fields = new RequestFields(json.object(request.bodyAsBytes()));
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

    private VenueAnswer tick(ExchangeRequest request, String none) {
        RequestFields fields = new RequestFields(json.object(request.bodyAsBytes()));
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

    private VenueAnswer priceOf(String symbol) {
        ObjectNode answer =
                floor.call((exchange, _) -> {
                    Asset asset = asset(exchange, symbol);
                    return Json.object()
                            .put("symbol", asset.symbol())
                            .put("price", exchange.prices().price(asset).toPlainString());
                });
        return VenueAnswer.ok(answer);
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
