package dev.lockstep.domain.memory;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.OrderAddition;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The orders in memory under each of their ids. For one thread at a time. */
final class OrdersById {
    private final NavigableMap<OrderId, Order> orders = new TreeMap<>();
    private final Map<IdempotencyKey, OrderId> byKey = new HashMap<>();
    private final Map<ClientOrderId, OrderId> byClientId = new HashMap<>();
    private final Map<BrokerOrderId, OrderId> byBrokerId = new HashMap<>();

    /** Returns a copy to try updates on. */
    OrdersById copy() {
        OrdersById copy = new OrdersById();
        copy.orders.putAll(orders);
        copy.byKey.putAll(byKey);
        copy.byClientId.putAll(byClientId);
        copy.byBrokerId.putAll(byBrokerId);
        return copy;
    }

    /**
     * Stores an order or its next version.
     *
     * @return the version before it, null for a new order
     */
    @Nullable Order put(Order order) {
        byKey.put(order.idempotencyKey(), order.id());
        byClientId.put(order.clientOrderId(), order.id());
        BrokerOrderId brokerOrderId = order.brokerOrderId();
        if (brokerOrderId != null) {
            byBrokerId.put(brokerOrderId, order.id());
        }
        return orders.put(order.id(), order);
    }

    /** Returns all orders, oldest first; the view cannot be changed. */
    NavigableMap<OrderId, Order> all() {
        return Collections.unmodifiableNavigableMap(orders);
    }

    /** Returns an order that is known to be stored. */
    Order stored(OrderId id) {
        Order order = orders.get(id);
        if (order == null) {
            throw new IllegalStateException("indexed order " + id + " is not stored");
        }
        return order;
    }

    Optional<Order> find(OrderId id) {
        return Optional.ofNullable(orders.get(id));
    }

    Optional<Order> find(IdempotencyKey key) {
        return Optional.ofNullable(byKey.get(key)).map(this::stored);
    }

    Optional<Order> find(ClientOrderId id) {
        return Optional.ofNullable(byClientId.get(id)).map(this::stored);
    }

    Optional<Order> find(BrokerOrderId id) {
        return Optional.ofNullable(byBrokerId.get(id)).map(this::stored);
    }

    /** Returns the order with the broker's id, or the given one where none has it. */
    OrderId holder(@Nullable BrokerOrderId id, OrderId otherwise) {
        return byBrokerId.getOrDefault(id, otherwise);
    }

    List<Order> matching(Predicate<Order> filter) {
        return orders.values().stream().filter(filter).toList();
    }

    List<Order> search(OrderQuery query) {
        return inDirection(query).values().stream()
                .filter(query::takes)
                .limit(query.limit())
                .toList();
    }

    private NavigableMap<OrderId, Order> inDirection(OrderQuery query) {
        OrderId after = query.after();
        return switch (query.direction()) {
            case OLDEST_FIRST -> after == null ? orders : orders.tailMap(after, false);
            case NEWEST_FIRST ->
                    (after == null ? orders : orders.headMap(after, false)).descendingMap();
        };
    }

    Map<OrderStatus, Long> counts() {
        Map<OrderStatus, Long> counts = new EnumMap<>(OrderStatus.class);
        orders.values().forEach(order -> counts.merge(order.status(), 1L, Long::sum));
        return counts;
    }

    /** Refuses an order that is not new, or has an id of another; one under a known key is fine. */
    void requireNewIds(Order order) {
        if (order.version() != 1) {
            throw new InvalidValueException("version", order.version(), "1 for a new order");
        }
        boolean keyKnown = byKey.containsKey(order.idempotencyKey());
        if (!keyKnown
                && (orders.containsKey(order.id())
                        || byClientId.containsKey(order.clientOrderId())
                        || byBrokerId.containsKey(order.brokerOrderId()))) {
            throw new InvalidValueException("orderId", order.id(), "an id not used before");
        }
    }

    /** Orders under one key are one order, of which the first is stored. */
    static void requireDistinctIds(List<OrderAddition> batch) {
        Set<IdempotencyKey> keys = new HashSet<>();
        Set<Object> ids = new HashSet<>();
        for (OrderAddition added : batch) {
            Order order = added.order();
            if (keys.add(order.idempotencyKey())
                    && !(ids.add(order.id())
                            && ids.add(order.clientOrderId())
                            && (order.brokerOrderId() == null || ids.add(order.brokerOrderId())))) {
                throw new InvalidValueException("orderId", order.id(), "an id not used before");
            }
        }
    }
}
