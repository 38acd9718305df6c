package dev.lockstep.domain.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderPurpose;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Requires that a step returns the orders that waited and that it sent or ended. */
public final class SentOrEnded {
    private SentOrEnded() {}

    /** Takes a step and returns what it returns. */
    public static List<Order> by(OrderRepository repository, Supplier<List<Order>> step) {
        Map<OrderId, OrderStatus> before = statuses(repository);
        List<Order> changed = step.get();
        List<OrderId> sentOrEnded =
                statuses(repository).entrySet().stream()
                        .filter(now -> now.getValue() != OrderStatus.WAITING)
                        .filter(now ->
                                before.getOrDefault(now.getKey(), OrderStatus.WAITING)
                                        == OrderStatus.WAITING)
                        .map(Map.Entry::getKey)
                        .toList();
        assertThat(changed).extracting(Order::id).containsExactlyInAnyOrderElementsOf(sentOrEnded);
        assertThat(changed)
                .allMatch(order -> repository.find(order.id()).orElseThrow().equals(order));
        return changed;
    }

    /** Of all orders but those that the broker makes for another one by itself. */
    private static Map<OrderId, OrderStatus> statuses(OrderRepository repository) {
        return repository.search(OrderQuery.all().limit(OrderQuery.MAX_PAGE_ORDERS)).stream()
                .filter(order -> !OrderPurpose.Kind.LEG.of(order))
                .collect(Collectors.toMap(Order::id, Order::status));
    }
}
