package dev.lockstep.domain.memory;

import dev.lockstep.contracts.store.OrderFeedContract;
import dev.lockstep.domain.port.store.OrderFeed;
import dev.lockstep.domain.port.store.OrderRepository;

class InMemoryOrderFeedTest extends OrderFeedContract {
    private final InMemoryOrderRepository repository = new InMemoryOrderRepository();

    @Override
    protected OrderFeed feed() {
        return repository;
    }

    @Override
    protected OrderRepository repository() {
        return repository;
    }
}
