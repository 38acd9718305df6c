package dev.lockstep.domain.usecase.sync;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Records the broker's state of our order, from any answer, poll or event: its legs are stored
 * before it counts as acknowledged.
 */
public final class AcknowledgeOrder {
    private final InstantSource clock;
    private final LegRegistrar legs;

    public AcknowledgeOrder(
            OrderRepository repository, Broker broker, OrderIds ids, InstantSource clock) {
        this.clock = clock;
        this.legs = new LegRegistrar(repository, broker, ids, clock);
    }

    /** Returns the update to make; empty as long as the broker does not show all of its legs. */
    public Optional<OrderUpdate> of(Order ours, BrokerOrder there, Evidence evidence) {
        return complete(ours, there, evidence)
                ? Optional.of(
                        OrderUpdate.applying(ours.id(), there.report(), clock.instant(), evidence))
                : Optional.empty();
    }

    /** Returns whether its legs are stored; they are looked for until the order is acknowledged. */
    public boolean complete(Order ours, BrokerOrder there, Evidence evidence) {
        return ours.brokerOrderId() != null || legs.keep(ours, there, evidence);
    }
}
