package dev.lockstep.domain.usecase;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.OrderQuery;
import dev.lockstep.domain.port.OrderRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Walks through all orders that a query finds, one page in memory at a time. */
final class EveryPage {
    private final OrderRepository repository;

    EveryPage(OrderRepository repository) {
        this.repository = repository;
    }

    void of(OrderQuery query, Consumer<Order> visitor) {
        OrderQuery next = query;
        while (true) {
            List<Order> page = repository.search(next);
            page.forEach(visitor);
            if (page.size() < next.limit()) {
                return;
            }
            next = next.after(page.getLast().id());
        }
    }

    List<Order> listed(OrderQuery query) {
        List<Order> orders = new ArrayList<>();
        of(query, orders::add);
        return orders;
    }
}
