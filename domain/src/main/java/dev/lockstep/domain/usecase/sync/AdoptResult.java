package dev.lockstep.domain.usecase.sync;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.broker.BrokerFault;
import java.util.List;

/** What a caller of {@link AdoptOrder} learns. */
public sealed interface AdoptResult {
    /**
     * It is ours now, with the orders that hang on it.
     *
     * @param order the order
     * @param legs the orders that hang on it
     */
    record Adopted(Order order, List<Order> legs) implements AdoptResult {
        public Adopted {
            legs = List.copyOf(legs);
        }
    }

    /**
     * It would be ours; nothing was written, because nobody asked for more.
     *
     * @param there the order as the broker has it
     */
    record Adoptable(BrokerOrder there) implements AdoptResult {}

    /**
     * It was ours before; nothing was written.
     *
     * @param order the order
     */
    record AlreadyOurs(Order order) implements AdoptResult {}

    /**
     * The broker has no such order.
     *
     * @param id the order asked for
     */
    record NoSuchOrder(BrokerOrderId id) implements AdoptResult {}

    /**
     * It cannot be kept here; nothing was written.
     *
     * @param there the order as the broker has it
     * @param text why
     */
    record NotAdoptable(BrokerOrder there, String text) implements AdoptResult {}

    /**
     * The broker could not be asked; nothing was written.
     *
     * @param fault why
     */
    record Failed(BrokerFault fault) implements AdoptResult {}
}
