package dev.lockstep.domain.usecase.sync;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.store.OrderRepository;

/** Lists the open external orders; changes nothing. */
public final class ExternalOrders {
    private final OrderRepository repository;
    private final Broker broker;

    /** Builds the use case on its ports. */
    public ExternalOrders(OrderRepository repository, Broker broker) {
        this.repository = repository;
        this.broker = broker;
    }

    /** Returns the open orders there that are not known here, and those that cannot be read. */
    public FetchResult<FetchedList<BrokerOrder>> list() {
        return switch (broker.openOrders()) {
            case FetchResult.Complete<FetchedList<BrokerOrder>> complete ->
                    new FetchResult.Complete<>(complete.value().filtered(there -> !known(there)));
            case FetchResult.Failed<FetchedList<BrokerOrder>> failed ->
                    new FetchResult.Failed<>(failed.fault());
        };
    }

    private boolean known(BrokerOrder there) {
        return repository.byBrokerOrderId(there.brokerOrderId()).isPresent()
                || repository.byClientOrderId(there.clientOrderId()).isPresent();
    }
}
