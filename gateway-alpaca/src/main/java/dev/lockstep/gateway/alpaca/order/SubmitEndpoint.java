package dev.lockstep.gateway.alpaca.order;

import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.gateway.alpaca.request.GatewayAnswer;
import dev.lockstep.gateway.alpaca.request.KeyedRequest;
import dev.lockstep.gateway.alpaca.wire.BotOrderReader;
import dev.lockstep.gateway.alpaca.wire.BotOrderRequest;
import dev.lockstep.gateway.alpaca.wire.PositionEffect;
import dev.lockstep.gateway.alpaca.wire.WireJson;

/**
 * Submits the orders of bots. The bot's client order id is its idempotency key, so that a repeated
 * request sends nothing.
 */
final class SubmitEndpoint {
    private static final String UNIQUE = "client_order_id must be unique";

    private final OrderSubmission submission;
    private final OrderIds ids;
    private final BotOrderReader reader;
    private final EffectCheck effects;

    SubmitEndpoint(
            OrderSubmission submission, OrderIds ids, BotOrderReader reader, EffectCheck effects) {
        this.submission = submission;
        this.ids = ids;
        this.reader = reader;
        this.effects = effects;
    }

    GatewayAnswer answer(KeyedRequest request) {
        TradingKey key = request.key();
        BotOrderRequest requested = reader.order(WireJson.object(request.request().body()));
        submission.requireReady();
        String chosen = requested.clientOrderId();
        String name = chosen == null ? ids.nextOrderId().value() : chosen;
        NewOrder terms = requested.terms().with(key.strategy());
        IdempotencyKey idempotencyKey = new IdempotencyKey(name, key.scope());
        PositionEffect effect = requested.effect();
        // A repeated order gets the answer of one, though it changed the position itself.
        if (effect != null && !submission.stored(idempotencyKey)) {
            effects.require(terms, effect);
        }
        // Quantity and price are valid by themselves; their product may have too many digits.
        return BotOrderReader.valid(() ->
                submission.submit(
                        key,
                        terms,
                        idempotencyKey,
                        _ -> GatewayAnswer.refused(Refusal.invalid(UNIQUE))));
    }
}
