package dev.lockstep.gateway.alpaca.order;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.broker.CancelAnswer;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.usecase.cancel.CancelAll;
import dev.lockstep.domain.usecase.cancel.CancelAllResult;
import dev.lockstep.domain.usecase.cancel.CancelResult;
import dev.lockstep.domain.usecase.cancel.CancelScope;
import dev.lockstep.domain.usecase.query.OrderScanner;
import dev.lockstep.gateway.alpaca.request.GatewayAnswer;
import dev.lockstep.gateway.alpaca.request.KeyedRequest;
import dev.lockstep.gateway.alpaca.wire.OrderWords;
import dev.lockstep.gateway.alpaca.wire.WireJson;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Cancels one order, or all orders that a key sees. */
final class CancelEndpoints {
    private static final CancelScope EVERY_ORDER = new CancelScope(null, null, true);
    private static final Set<OrderStatus> CANCELABLE =
            Arrays.stream(OrderStatus.values())
                    .filter(status -> status.mayBeAtBroker() || status == OrderStatus.WAITING)
                    .collect(Collectors.toUnmodifiableSet());

    private final CancelAll cancelAll;
    private final BotOrders orders;
    private final OrderAnswers answers;

    CancelEndpoints(CancelAll cancelAll, BotOrders orders, OrderAnswers answers) {
        this.cancelAll = cancelAll;
        this.orders = orders;
        this.answers = answers;
    }

    GatewayAnswer one(KeyedRequest request) {
        Order order = orders.byId(request.key(), request.variable("id"));
        return refusal(cancelAll.cancelOrder().cancel(order.id(), request.key().author()))
                .map(GatewayAnswer::refused)
                .orElseGet(GatewayAnswer::noContent);
    }

    GatewayAnswer all(KeyedRequest request) {
        return GatewayAnswer.json(207, canceled(request.key()));
    }

    /** Requests the cancel of all open orders that a key sees. */
    ArrayNode canceled(TradingKey key) {
        ArrayNode entries = WireJson.array();
        if (BotOrders.wholeAccount(key)) {
            CancelAllResult result = cancelAll.cancelAll(EVERY_ORDER, key.author());
            result.ours().forEach(each -> entries.add(entry(key, each)));
            result.external().forEach(external -> entries.add(entry(external)));
        } else {
            open(key)
                    .forEach(order ->
                            entries.add(
                                    entry(
                                            key,
                                            cancelAll
                                                    .cancelOrder()
                                                    .cancel(order.id(), key.author()))));
        }
        return entries;
    }

    private List<Order> open(TradingKey key) {
        return new OrderScanner(orders.repository())
                .listed(OrderQuery.all().in(CANCELABLE).of(key.strategy()));
    }

    /** Some clients read the order in the body, although only id and status are documented. */
    private ObjectNode entry(TradingKey key, CancelResult result) {
        ObjectNode entry = WireJson.object();
        order(result).ifPresent(order -> entry.put("id", order.id().value()));
        entry.put("status", refusal(result).isPresent() ? 500 : 200);
        order(result).ifPresent(order -> entry.set("body", answers.json(key, order)));
        return entry;
    }

    private static ObjectNode entry(CancelAllResult.External external) {
        boolean refused = external.answer() instanceof CancelAnswer.Refused;
        return WireJson.object()
                .put("id", external.id().value())
                .put("status", refused ? 500 : 200);
    }

    private static Optional<Order> order(CancelResult result) {
        return switch (result) {
            case CancelResult.NoSuchOrder _ -> Optional.empty();
            case CancelResult.Requested(Order order) -> Optional.of(order);
            case CancelResult.CanceledHere(Order order) -> Optional.of(order);
            case CancelResult.TooLate(Order order) -> Optional.of(order);
            case CancelResult.Refused(Order order, String _) -> Optional.of(order);
            case CancelResult.Postponed(Order order, String _) -> Optional.of(order);
            case CancelResult.OnceResolved(Order order) -> Optional.of(order);
            case CancelResult.Unresolved(Order order, String _) -> Optional.of(order);
            case CancelResult.Unstored(Order order, String _) -> Optional.of(order);
        };
    }

    /** Returns why a cancel is refused, empty if it is accepted and will be pursued. */
    private static Optional<Refusal> refusal(CancelResult result) {
        return switch (result) {
            case CancelResult.NoSuchOrder none ->
                    Optional.of(Refusal.notFound("order not found for " + none.id()));
            case CancelResult.TooLate(Order order) -> tooLate(order);
            case CancelResult.Refused(Order _, String text) ->
                    Optional.of(Refusal.unprocessable(text));
            case CancelResult.Unstored(Order _, String text) ->
                    Optional.of(
                            Refusal.unavailable(
                                    "the cancel was sent and is not stored, repeat it: " + text));
            case CancelResult.Requested _,
                    CancelResult.CanceledHere _,
                    CancelResult.Postponed _,
                    CancelResult.OnceResolved _,
                    CancelResult.Unresolved _ ->
                    Optional.empty();
        };
    }

    /** The venue accepts the repeated cancel of a canceled order. */
    private static Optional<Refusal> tooLate(Order order) {
        return order.status() == OrderStatus.CANCELED
                ? Optional.empty()
                : Optional.of(
                        Refusal.unprocessable(
                                "order is already in \""
                                        + OrderWords.status(order.status())
                                        + "\" state"));
    }
}
