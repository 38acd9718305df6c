package dev.lockstep.app.view.change;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.OrderRepository;
import java.util.ArrayList;
import java.util.List;

/** The orders that took each other's place, or were to, first one first. */
public final class ReplaceChain {
    /** Bound of the length of a chain of replacements. */
    private static final int MAX_ORDERS = 1_000;

    private final OrderRepository repository;

    /** Reads the chain from these orders. */
    public ReplaceChain(OrderRepository repository) {
        this.repository = repository;
    }

    /** Returns the whole chain that an order is in; just the order where it is in none. */
    public List<Order> of(Order order) {
        List<Order> chain = new ArrayList<>();
        chain.add(first(order));
        for (int next = 0; next < chain.size() && chain.size() < MAX_ORDERS; next++) {
            chain.addAll(repository.replacements(chain.get(next).id()));
        }
        return chain;
    }

    private Order first(Order order) {
        Order first = order;
        for (int steps = 0; steps < MAX_ORDERS; steps++) {
            OrderId replaced = first.replaces();
            if (replaced == null) {
                return first;
            }
            first = repository.find(replaced).orElseThrow();
        }
        return first;
    }
}
