package dev.lockstep.domain.usecase.query;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.OrderRepository;
import java.util.Optional;

/** Follows an entry to the last of its replacements, which has the fills of the whole chain. */
public final class EntryChain {
    private final OrderRepository repository;

    public EntryChain(OrderRepository repository) {
        this.repository = repository;
    }

    /** Returns the order, or the last one of its replacements; empty if it does not exist. */
    public Optional<Order> end(OrderId id) {
        Optional<Order> successor =
                repository.replacements(id).stream()
                        .filter(next ->
                                next.status().mayBeAtBroker() || next.brokerOrderId() != null)
                        .filter(next -> next.status() != OrderStatus.REJECTED)
                        .findFirst();
        return successor.isPresent() ? end(successor.get().id()) : repository.find(id);
    }
}
