package dev.lockstep.simulator.server.route;

import dev.lockstep.alpaca.request.Query;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.alpaca.request.RequestFields;
import dev.lockstep.simulator.exchange.Exchange;
import dev.lockstep.simulator.exchange.ledger.Execution;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry.TradeCorrected.Traded;
import dev.lockstep.simulator.exchange.model.ExchangeResult;
import dev.lockstep.simulator.exchange.model.OrderSnapshot;
import dev.lockstep.simulator.server.request.Access;
import dev.lockstep.simulator.server.request.ExchangeRequest;
import dev.lockstep.simulator.server.request.Routes;
import dev.lockstep.simulator.server.request.VenueAnswer;
import dev.lockstep.simulator.server.venue.ExchangeGate;
import dev.lockstep.simulator.wire.Json;
import dev.lockstep.simulator.wire.OrderJson;
import dev.lockstep.simulator.wire.RefusalMapper;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The simulator's own endpoints for busts and corrections of trades. */
public final class TradeCorrectionEndpoints {
    private final ExchangeGate floor;
    private final Json json;
    private final OrderJson orderJson;

    public TradeCorrectionEndpoints(ExchangeGate floor, Json json, OrderJson orderJson) {
        this.floor = floor;
        this.json = json;
        this.orderJson = orderJson;
    }

    public void register(Routes routes) {
        routes.post("/sim/trade-bust", Access.local(this::bust));
        routes.post("/sim/trade-correct", Access.local(this::correct));
    }

    private VenueAnswer bust(ExchangeRequest request, String none) {
        RequestFields fields = new RequestFields(json.object(request.bodyAsBytes()));
        return run(fields, _ -> null);
    }

    private VenueAnswer correct(ExchangeRequest request, String none) {
        RequestFields fields = new RequestFields(json.object(request.bodyAsBytes()));
        BigDecimal qty = fields.decimal("qty");
        BigDecimal price = fields.decimal("price");
        if (qty == null && price == null) {
            throw refused("qty or price is required");
        }
        return run(
                fields,
                trade ->
                        new Traded(
                                qty == null ? trade.qty() : qty,
                                price == null ? trade.price() : price));
    }

    private VenueAnswer run(RequestFields fields, Function<Execution, @Nullable Traded> after) {
        UUID executionId = id(fields, "execution_id");
        UUID orderId = id(fields, "order_id");
        boolean reopened = fields.flag("reopen", false);
        ExchangeResult<OrderSnapshot> outcome =
                floor.call((exchange, now) -> {
                    Execution trade = trade(exchange, executionId, orderId);
                    return exchange.tradeCorrections()
                            .correct(trade, after.apply(trade), reopened, now);
                });
        return switch (outcome) {
            case ExchangeResult.Granted<OrderSnapshot> granted ->
                    VenueAnswer.ok(orderJson.of(granted.answer()));
            case ExchangeResult.Refused<OrderSnapshot> no ->
                    throw new RefusedRequest(RefusalMapper.of(no.refusal()));
        };
    }

    private static Execution trade(
            Exchange exchange, @Nullable UUID executionId, @Nullable UUID orderId) {
        return exchange.tradeCorrections()
                .find(executionId, orderId)
                .orElseThrow(() -> new RefusedRequest(Refusal.notFound("execution not found")));
    }

    private static @Nullable UUID id(RequestFields fields, String name) {
        String text = fields.text(name);
        return text == null ? null : Query.uuid(text, "invalid " + name);
    }

    private static RefusedRequest refused(String message) {
        return new RefusedRequest(Refusal.invalid(message));
    }
}
