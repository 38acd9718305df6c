package dev.lockstep.gateway.alpaca.order;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.alpaca.request.RequestFields;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.usecase.replace.ReplaceOrder;
import dev.lockstep.domain.usecase.replace.ReplaceRequest;
import dev.lockstep.domain.usecase.submit.ReplaceResult;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.gateway.alpaca.request.GatewayAnswer;
import dev.lockstep.gateway.alpaca.request.KeyedRequest;
import dev.lockstep.gateway.alpaca.wire.BotOrderReader;
import dev.lockstep.gateway.alpaca.wire.DenialWords;
import dev.lockstep.gateway.alpaca.wire.OrderWords;
import dev.lockstep.gateway.alpaca.wire.WireJson;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Replaces orders. */
final class ReplaceEndpoint {
    private final ReplaceOrder replaceOrder;
    private final OrderIds ids;
    private final BotOrders orders;
    private final OrderAnswers answers;

    ReplaceEndpoint(
            ReplaceOrder replaceOrder, OrderIds ids, BotOrders orders, OrderAnswers answers) {
        this.replaceOrder = replaceOrder;
        this.ids = ids;
        this.orders = orders;
        this.answers = answers;
    }

    GatewayAnswer answer(KeyedRequest request) {
        TradingKey key = request.key();
        Order old = orders.byId(key, request.variable("id"));
        ObjectNode body = WireJson.object(request.request().body());
        RequestFields fields = new RequestFields(body);
        if (old.terms().amount() instanceof OrderAmount.ByCash) {
            throw new RefusedRequest(Refusal.unprocessable("notional orders cannot be replaced"));
        }
        String chosen = BotOrderReader.clientOrderId(fields);
        IdempotencyKey name =
                new IdempotencyKey(
                        chosen == null ? ids.nextOrderId().value() : chosen, key.scope());
        return replaced(key, old, changes(old.terms(), fields), name);
    }

    private GatewayAnswer replaced(
            TradingKey key, Order old, ReplaceRequest changes, IdempotencyKey name) {
        try {
            return switch (replaceOrder.replace(old.id(), changes, name)) {
                case ReplaceResult.Sent sent -> answers.made(key, sent.order());
                case ReplaceResult.Unrecorded unrecorded -> answers.made(key, unrecorded.order());
                case ReplaceResult.Denied denied ->
                        GatewayAnswer.refused(DenialWords.of(denied.denials(), old.terms()));
                case ReplaceResult.AlreadySent _, ReplaceResult.KeyReused _ ->
                        GatewayAnswer.refused(Refusal.invalid("client_order_id must be unique"));
                case ReplaceResult.NoSuchOrder none ->
                        GatewayAnswer.refused(Refusal.notFound("order not found for " + none.id()));
            };
        } catch (InvalidValueException wrong) {
            return GatewayAnswer.refused(
                    Refusal.unprocessable("invalid replacement: " + wrong.getMessage()));
        }
    }

    private static ReplaceRequest changes(NewOrder terms, RequestFields fields) {
        BigDecimal qty = fields.decimal("qty");
        if (qty != null && qty.signum() <= 0) {
            throw new RefusedRequest(Refusal.unprocessable("qty must be > 0"));
        }
        String timeInForce = fields.text("time_in_force");
        return BotOrderReader.valid(() ->
                new ReplaceRequest(
                        qty == null ? null : new Quantity(qty),
                        price(fields, "limit_price"),
                        price(fields, "stop_price"),
                        trail(terms, fields),
                        timeInForce == null ? null : OrderWords.timeInForce(timeInForce)));
    }

    private static @Nullable Price price(RequestFields fields, String field) {
        BigDecimal value = fields.decimal(field);
        return value == null ? null : new Price(value);
    }

    private static OrderType.@Nullable Trail trail(NewOrder terms, RequestFields fields) {
        BigDecimal trail = fields.decimal("trail");
        if (trail == null) {
            return null;
        }
        boolean percent =
                terms.type() instanceof OrderType.TrailingStop(OrderType.Trail.ByPercent _);
        return percent
                ? new OrderType.Trail.ByPercent(trail)
                : new OrderType.Trail.ByPrice(new Price(trail));
    }
}
