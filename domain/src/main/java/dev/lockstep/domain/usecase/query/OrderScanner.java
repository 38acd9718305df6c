package dev.lockstep.domain.usecase.query;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Walks through all orders that a query finds, one page in memory at a time. */
public final class OrderScanner {
    private final OrderRepository repository;

    public OrderScanner(OrderRepository repository) {
        this.repository = repository;
    }

    /** Visits every order that the query finds, page by page. */
    public void of(OrderQuery query, Consumer<Order> visitor) {
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

    /** Returns every order that the query finds. */
    public List<Order> listed(OrderQuery query) {
        List<Order> orders = new ArrayList<>();
        of(query, orders::add);
        return orders;
    }
}
