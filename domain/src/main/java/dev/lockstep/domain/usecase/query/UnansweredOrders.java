package dev.lockstep.domain.usecase.query;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists our orders that the broker has not answered: they may be executed yet, or never. */
public final class UnansweredOrders {
    private static final Set<OrderStatus> UNANSWERED =
            Arrays.stream(OrderStatus.values())
                    .filter(OrderStatus::unresolved)
                    .collect(Collectors.toUnmodifiableSet());

    private final OrderRepository repository;

    /** Builds the use case on its port. */
    public UnansweredOrders(OrderRepository repository) {
        this.repository = repository;
    }

    /** Returns the orders as they are now, oldest first. */
    public List<Order> list() {
        return new OrderScanner(repository).listed(OrderQuery.all().in(UNANSWERED));
    }
}
