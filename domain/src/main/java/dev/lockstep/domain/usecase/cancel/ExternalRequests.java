package dev.lockstep.domain.usecase.cancel;

import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.store.ExternalCancels;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.RepositoryException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Stores requested cancels of external orders before they are sent, so that they are pursued. */
final class ExternalRequests {
    private final OrderRepository repository;
    private final InstantSource clock;

    ExternalRequests(OrderRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Returns the orders whose request is stored; a store that fails keeps no cancel back. */
    Set<BrokerOrderId> store(CancelScope scope, CancelAllResult.Preview there) {
        List<BrokerOrderId> ids = new ArrayList<>();
        there.external().forEach(order -> ids.add(order.brokerOrderId()));
        there.unreadable().stream()
                .filter(scope::means)
                .forEach(item -> ids.add(new BrokerOrderId(item.brokerId())));
        try {
            for (int from = 0; from < ids.size(); from += ExternalCancels.MAX_REQUESTS) {
                int to = Math.min(ids.size(), from + ExternalCancels.MAX_REQUESTS);
                repository.externalCancels().request(ids.subList(from, to), clock.instant());
            }
            return Set.copyOf(ids);
        } catch (RepositoryException failure) {
            if (!CancelUnstored.needed(failure)) {
                throw failure;
            }
            return Set.of();
        }
    }
}
