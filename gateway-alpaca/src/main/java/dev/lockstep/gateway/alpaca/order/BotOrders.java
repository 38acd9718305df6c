package dev.lockstep.gateway.alpaca.order;

import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.domain.access.KeyView;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderPurpose;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.gateway.alpaca.wire.ShownOrder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored orders as a key sees them: under the bot's own names, and only those it may see. */
public final class BotOrders {
    private static final int UUID_CHARS = 36;

    private final OrderRepository repository;

    /** Creates a view of the stored orders. */
    public BotOrders(OrderRepository repository) {
        this.repository = repository;
    }

    /** Returns the stored orders. */
    OrderRepository repository() {
        return repository;
    }

    /** Returns whether a key sees an order. The venue never had one that was denied. */
    public static boolean visible(TradingKey key, Order order) {
        return key.shows(order.terms().strategy()) && order.status() != OrderStatus.DENIED;
    }

    /** Returns the name of an order for a key: the one that its bot chose, else the venue's. */
    public static String clientOrderId(TradingKey key, Order order) {
        return key.scope().equals(order.idempotencyKey().scope())
                ? order.idempotencyKey().value()
                : order.clientOrderId().value();
    }

    /**
     * Returns an order by the id that a bot sends.
     *
     * @throws RefusedRequest if it is no id, or of no order that the key sees
     */
    public Order byId(TradingKey key, String text) {
        requireUuid(text);
        return found(text).filter(order -> visible(key, order)).orElseThrow(() -> notFound(text));
    }

    private Optional<Order> found(String text) {
        try {
            Optional<Order> ours = repository.find(new OrderId(text));
            return ours.isPresent() ? ours : repository.byBrokerOrderId(new BrokerOrderId(text));
        } catch (InvalidValueException otherForm) {
            return repository.byBrokerOrderId(new BrokerOrderId(text));
        }
    }

    /**
     * Returns an order by the bot's own name of it, else by the name at the venue.
     *
     * @throws RefusedRequest if there is no such order that the key sees
     */
    public Order byClientOrderId(TradingKey key, String text) {
        try {
            return repository
                    .byIdempotencyKey(new IdempotencyKey(text, key.scope()))
                    .or(() -> repository.byClientOrderId(new ClientOrderId(text)))
                    .filter(order -> visible(key, order))
                    .orElseThrow(() -> notFound(text));
        } catch (InvalidValueException noName) {
            throw notFound(text);
        }
    }

    /** Returns an order as the key sees it. */
    public ShownOrder shown(TradingKey key, Order order, boolean nested) {
        OrderClass orderClass = orderClass(order);
        List<ShownOrder> legs =
                nested && !(order.terms().orderClass() instanceof OrderClass.Simple)
                        ? legs(key, order, orderClass)
                        : List.of();
        return shown(key, order, orderClass, legs);
    }

    private ShownOrder shown(
            TradingKey key, Order order, OrderClass orderClass, List<ShownOrder> legs) {
        return new ShownOrder(
                order, clientOrderId(key, order), orderClass, legs, replacedBy(order));
    }

    /** Returns the class of an order; the venue shows that of its parent on a leg. */
    private OrderClass orderClass(Order order) {
        OrderId parent = OrderPurpose.Kind.LEG.of(order) ? order.parent() : null;
        return parent == null
                ? order.terms().orderClass()
                : repository.find(parent).orElse(order).terms().orderClass();
    }

    private List<ShownOrder> legs(TradingKey key, Order order, OrderClass orderClass) {
        return repository.legs(order.id()).stream()
                .filter(OrderPurpose.Kind.LEG::of)
                .filter(leg -> leg.status() != OrderStatus.REPLACED)
                .map(leg -> shown(key, leg, orderClass, List.of()))
                .toList();
    }

    private @Nullable OrderId replacedBy(Order order) {
        return order.status() == OrderStatus.REPLACED
                ? repository.replacements(order.id()).stream()
                        .filter(next -> next.brokerOrderId() != null)
                        .map(Order::id)
                        .reduce((_, last) -> last)
                        .orElse(null)
                : null;
    }

    /** Returns whether a key shows the whole account. */
    public static boolean wholeAccount(TradingKey key) {
        return key.view() == KeyView.ACCOUNT;
    }

    private static void requireUuid(String text) {
        try {
            if (text.length() == UUID_CHARS) {
                UUID.fromString(text);
                return;
            }
        } catch (IllegalArgumentException notAnId) {
            throw new RefusedRequest(Refusal.invalid("order_id is missing"));
        }
        throw new RefusedRequest(Refusal.invalid("order_id is missing"));
    }

    private static RefusedRequest notFound(String text) {
        return new RefusedRequest(Refusal.notFound("order not found for " + text));
    }
}
