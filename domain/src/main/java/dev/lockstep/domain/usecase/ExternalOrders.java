package dev.lockstep.domain.usecase;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.port.Broker;
import dev.lockstep.domain.port.Fetched;
import dev.lockstep.domain.port.FetchedList;
import dev.lockstep.domain.port.OrderRepository;

/** Lists the orders that work at the broker and were sent elsewhere; it changes nothing. */
public final class ExternalOrders {
    private final OrderRepository repository;
    private final Broker broker;

    /** Builds the use case on its ports. */
    public ExternalOrders(OrderRepository repository, Broker broker) {
        this.repository = repository;
        this.broker = broker;
    }

    /** The open orders there that are not known here, and those that cannot be read. */
    public Fetched<FetchedList<BrokerOrder>> list() {
        return switch (broker.openOrders()) {
            case Fetched.Complete<FetchedList<BrokerOrder>> complete ->
                    new Fetched.Complete<>(complete.value().filtered(there -> !known(there)));
            case Fetched.Failed<FetchedList<BrokerOrder>> failed ->
                    new Fetched.Failed<>(failed.fault());
        };
    }

    private boolean known(BrokerOrder there) {
        return repository.byBrokerOrderId(there.brokerOrderId()).isPresent()
                || repository.byClientOrderId(there.clientOrderId()).isPresent();
    }
}
