package dev.lockstep.domain.memory;

import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.contracts.store.OrderRepositoryContract;

class InMemoryOrderRepositoryTest extends OrderRepositoryContract {
    private final OrderRepository repository = new InMemoryOrderRepository();

    @Override
    protected OrderRepository repository() {
        return repository;
    }
}
