package dev.lockstep.gateway.alpaca.order;

import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import dev.lockstep.domain.usecase.submit.SubmitResult;
import dev.lockstep.gateway.alpaca.request.GatewayAnswer;
import dev.lockstep.gateway.alpaca.request.KeyedRequest;
import dev.lockstep.gateway.alpaca.wire.DenialWords;
import dev.lockstep.gateway.alpaca.wire.OrderRequestReader;
import dev.lockstep.gateway.alpaca.wire.Refusal;
import dev.lockstep.gateway.alpaca.wire.RequestedOrder;
import dev.lockstep.gateway.alpaca.wire.WireJson;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Submits orders. The bot's client order id is its idempotency key, so that a repeated request
 * sends nothing. No answer is ambiguous: once the intent is stored, the bot gets the order; before
 * that, an error that says so.
 */
final class SubmitEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(SubmitEndpoint.class);
    private static final String UNIQUE = "client_order_id must be unique";

    private final SubmitOrder submitOrder;
    private final OrderIds ids;
    private final OrderRequestReader reader;
    private final OrderAnswers answers;
    private final BotOrders orders;
    private final Supplier<Optional<String>> notReady;

    SubmitEndpoint(
            SubmitOrder submitOrder,
            OrderIds ids,
            OrderRequestReader reader,
            OrderAnswers answers,
            BotOrders orders,
            Supplier<Optional<String>> notReady) {
        this.submitOrder = submitOrder;
        this.ids = ids;
        this.reader = reader;
        this.answers = answers;
        this.orders = orders;
        this.notReady = notReady;
    }

    GatewayAnswer answer(KeyedRequest request) {
        TradingKey key = request.key();
        RequestedOrder requested = reader.order(WireJson.object(request.request().body()));
        Optional<String> reason = notReady.get();
        if (reason.isPresent()) {
            return GatewayAnswer.refused(
                    Refusal.unavailable("nothing was stored or sent, try again: " + reason.get()));
        }
        String chosen = requested.clientOrderId();
        String name = chosen == null ? ids.nextOrderId().value() : chosen;
        NewOrder terms = requested.terms().with(key.strategy());
        return submitted(key, terms, new IdempotencyKey(name, key.scope()));
    }

    private GatewayAnswer submitted(TradingKey key, NewOrder terms, IdempotencyKey name) {
        try {
            return switch (submitOrder.submit(terms, name)) {
                case SubmitResult.Submitted(Order order) -> answers.made(key, order);
                case SubmitResult.Unrecorded(Order order, String text) -> {
                    LOG.warn("order {} is sent, its answer is not stored: {}", order.id(), text);
                    yield answers.made(key, order);
                }
                case SubmitResult.Denied denied ->
                        GatewayAnswer.refused(DenialWords.of(denied.denials(), terms));
                case SubmitResult.AlreadySubmitted _, SubmitResult.KeyReused _ ->
                        GatewayAnswer.refused(Refusal.invalid(UNIQUE));
            };
        } catch (RepositoryException failure) {
            return afterFailure(key, name, failure);
        }
    }

    /** Finds out whether the order was stored before the store failed. */
    private GatewayAnswer afterFailure(
            TradingKey key, IdempotencyKey name, RepositoryException failure) {
        LOG.warn("an order could not be stored: {}", failure.getMessage());
        try {
            return orders.repository()
                    .byIdempotencyKey(name)
                    .filter(order -> order.status() != OrderStatus.DENIED)
                    .map(order -> answers.made(key, order))
                    .orElseGet(() ->
                            GatewayAnswer.refused(
                                    Refusal.unavailable(
                                            "nothing was stored or sent, try again: "
                                                    + failure.reason())));
        } catch (RepositoryException unreadable) {
            return GatewayAnswer.refused(
                    Refusal.unavailable(
                            "the store failed ("
                                    + failure.reason()
                                    + "); repeat the order with client_order_id "
                                    + name.value()
                                    + ", which is sent once"));
        }
    }
}
