package dev.lockstep.domain.usecase.sync;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.broker.BrokerFault;
import java.util.List;

/** The result of {@link AdoptOrder}. */
public sealed interface AdoptResult {
    /**
     * It is adopted, with its legs.
     *
     * @param order the order
     * @param legs its legs
     */
    record Adopted(Order order, List<Order> legs) implements AdoptResult {
        public Adopted {
            legs = List.copyOf(legs);
        }
    }

    /**
     * It could be adopted; a dry run stores nothing.
     *
     * @param there the order at the broker
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
     * It cannot be stored; nothing was written.
     *
     * @param there the order at the broker
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
