package dev.lockstep.gateway.alpaca.order;

import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import dev.lockstep.domain.usecase.submit.SubmitResult;
import dev.lockstep.gateway.alpaca.request.GatewayAnswer;
import dev.lockstep.gateway.alpaca.wire.DenialWords;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Submits an order and answers with it. No answer is ambiguous: once the intent is stored, the
 * caller gets the order; before that, an error that says so.
 */
public final class OrderSubmission {
    private static final Logger LOG = LoggerFactory.getLogger(OrderSubmission.class);

    private final SubmitOrder submitOrder;
    private final OrderAnswers answers;
    private final BotOrders orders;
    private final Supplier<Optional<String>> notReady;

    OrderSubmission(
            SubmitOrder submitOrder,
            OrderAnswers answers,
            BotOrders orders,
            Supplier<Optional<String>> notReady) {
        this.submitOrder = submitOrder;
        this.answers = answers;
        this.orders = orders;
        this.notReady = notReady;
    }

    /**
     * Checks that orders can be submitted now.
     *
     * @throws RefusedRequest if not
     */
    public void requireReady() {
        Optional<String> reason = notReady.get();
        if (reason.isPresent()) {
            throw new RefusedRequest(
                    Refusal.unavailable("nothing was stored or sent, try again: " + reason.get()));
        }
    }

    /**
     * Submits an order.
     *
     * @param existing answers for an order that has the idempotency key already
     */
    public GatewayAnswer submit(
            TradingKey key,
            NewOrder terms,
            IdempotencyKey name,
            Function<Order, GatewayAnswer> existing) {
        try {
            return switch (submitOrder.submit(terms, name)) {
                case SubmitResult.Submitted(Order order) -> answers.made(key, order);
                case SubmitResult.Unrecorded(Order order, String text) -> {
                    LOG.warn("order {} is sent, its answer is not stored: {}", order.id(), text);
                    yield answers.made(key, order);
                }
                case SubmitResult.Denied denied ->
                        GatewayAnswer.refused(DenialWords.of(denied.denials(), terms));
                case SubmitResult.AlreadySubmitted(Order order) -> existing.apply(order);
                case SubmitResult.KeyReused(Order order) -> existing.apply(order);
            };
        } catch (RepositoryException failure) {
            return afterFailure(key, name, failure);
        }
    }

    /** Returns whether an order was sent under an idempotency key. */
    boolean stored(IdempotencyKey name) {
        return orders.repository()
                .byIdempotencyKey(name)
                .filter(order -> order.status() != OrderStatus.DENIED)
                .isPresent();
    }

    /** Returns the answer for an order of a key. */
    public GatewayAnswer made(TradingKey key, Order order) {
        return answers.made(key, order);
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
