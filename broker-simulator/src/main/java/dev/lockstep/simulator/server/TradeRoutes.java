package dev.lockstep.simulator.server;

import dev.lockstep.simulator.exchange.Exchange;
import dev.lockstep.simulator.exchange.Execution;
import dev.lockstep.simulator.exchange.LedgerEntry.TradeCorrected.Traded;
import dev.lockstep.simulator.exchange.OrderView;
import dev.lockstep.simulator.exchange.Outcome;
import dev.lockstep.simulator.exchange.Refusal;
import dev.lockstep.simulator.wire.Fields;
import dev.lockstep.simulator.wire.Json;
import dev.lockstep.simulator.wire.OrderJson;
import dev.lockstep.simulator.wire.RefusedRequest;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The simulator's own endpoints for busts and corrections of trades. */
final class TradeRoutes {
    private final Floor floor;
    private final Json json;
    private final OrderJson orderJson;

    TradeRoutes(Floor floor, Json json, OrderJson orderJson) {
        this.floor = floor;
        this.json = json;
        this.orderJson = orderJson;
    }

    void register(Routes routes) {
        routes.post("/sim/trade-bust", Access.local(this::bust));
        routes.post("/sim/trade-correct", Access.local(this::correct));
    }

    private Answer bust(ExchangeRequest request, String none) {
        Fields fields = new Fields(json.object(request.bodyAsBytes()));
        return run(fields, _ -> null);
    }

    private Answer correct(ExchangeRequest request, String none) {
        Fields fields = new Fields(json.object(request.bodyAsBytes()));
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

    private Answer run(Fields fields, Function<Execution, @Nullable Traded> after) {
        UUID executionId = id(fields, "execution_id");
        UUID orderId = id(fields, "order_id");
        boolean reopened = fields.flag("reopen", false);
        Outcome<OrderView> outcome =
                floor.call((exchange, now) -> {
                    Execution trade = trade(exchange, executionId, orderId);
                    return exchange.tradeCorrections()
                            .correct(trade, after.apply(trade), reopened, now);
                });
        return switch (outcome) {
            case Outcome.Granted<OrderView> granted -> Answer.ok(orderJson.of(granted.answer()));
            case Outcome.Refused<OrderView> no -> throw new RefusedRequest(no.refusal());
        };
    }

    private static Execution trade(
            Exchange exchange, @Nullable UUID executionId, @Nullable UUID orderId) {
        return exchange.tradeCorrections()
                .find(executionId, orderId)
                .orElseThrow(() -> new RefusedRequest(Refusal.notFound("execution not found")));
    }

    private static @Nullable UUID id(Fields fields, String name) {
        String text = fields.text(name);
        return text == null ? null : Query.uuid(text, "invalid " + name);
    }

    private static RefusedRequest refused(String message) {
        return new RefusedRequest(Refusal.invalid(message));
    }
}
