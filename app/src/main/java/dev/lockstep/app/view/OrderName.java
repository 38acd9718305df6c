package dev.lockstep.app.view;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.Optional;

/** Finds an order by whichever of its names a person has at hand. */
public final class OrderName {
    private OrderName() {}

    /** Returns the order of this id, client order id or broker's id. */
    public static Optional<Order> find(OrderRepository repository, String name) {
        return byOwnId(repository, name)
                .or(() -> repository.byClientOrderId(new ClientOrderId(name)))
                .or(() -> repository.byBrokerOrderId(new BrokerOrderId(name)));
    }

    private static Optional<Order> byOwnId(OrderRepository repository, String name) {
        try {
            return repository.find(new OrderId(name));
        } catch (InvalidValueException anotherForm) {
            return Optional.empty();
        }
    }
}
