package dev.lockstep.domain.usecase;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.port.Broker;
import dev.lockstep.domain.port.Fetched;
import dev.lockstep.domain.port.OrderRepository;
import java.util.List;

/** Lists the orders that work at the broker and were sent elsewhere; it changes nothing. */
public final class ExternalOrders {
    private final OrderRepository repository;
    private final Broker broker;

    /** Builds the use case on its ports. */
    public ExternalOrders(OrderRepository repository, Broker broker) {
        this.repository = repository;
        this.broker = broker;
    }

    /** The orders that work there and are not known here. */
    public Fetched<List<BrokerOrder>> list() {
        return switch (broker.openOrders()) {
            case Fetched.Complete<List<BrokerOrder>> complete ->
                    new Fetched.Complete<>(
                            complete.value().stream().filter(there -> !known(there)).toList());
            case Fetched.Failed<List<BrokerOrder>> failed -> new Fetched.Failed<>(failed.fault());
        };
    }

    private boolean known(BrokerOrder there) {
        return repository.byBrokerOrderId(there.brokerOrderId()).isPresent()
                || repository.byClientOrderId(there.clientOrderId()).isPresent();
    }
}
